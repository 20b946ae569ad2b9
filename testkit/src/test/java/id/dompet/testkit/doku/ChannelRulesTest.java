package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelRulesTest {

    private Journey journey = new Journey();

    @AfterEach
    void stop() {
        journey.close();
    }

    private void restart(DokuSimulatorBuilder builder) {
        journey.close();
        journey = new Journey(builder.notificationMode(NotificationMode.MANUAL));
    }

    private String body() {
        return journey.bindingBody(DokuChannel.OVO).toString();
    }

    private SnapReply bindByOvo(Map<String, String> headers) {
        return journey.merchant.send(Journey.BINDING, body(), headers);
    }

    @Test
    void customersTokensAreTakenWithAndWithoutBearer() {
        String customer = journey.link(DokuChannel.OVO);
        String body = "{\"additionalInfo\":{\"channel\":\"EMONEY_OVO_SNAP\"}}";
        for (String form : new String[] {"Bearer " + customer, customer}) {
            Map<String, String> headers = journey.merchant.headers(Journey.BALANCE, body);
            headers.put("Authorization-customer", form);
            assertThat(journey.merchant.send(Journey.BALANCE, body, headers).code())
                    .isEqualTo("2001100");
        }
    }

    @Test
    void aCustomerTokenHasToBeThereAndToBelongToTheChannel() {
        String customer = journey.link(DokuChannel.OVO);

        assertThat(journey.balance(DokuChannel.OVO, "").message())
                .isEqualTo("Invalid Mandatory Field Authorization-customer");
        assertThat(journey.balance(DokuChannel.OVO, " ").code()).isEqualTo("4011104");
        assertThat(journey.balance(DokuChannel.OVO, "95221").code()).isEqualTo("4011102");
        assertThat(journey.balance(DokuChannel.ALLO, customer).code()).isEqualTo("4011102");
    }

    @Test
    void inactiveChannelsAndMissingFunctionsAreRefused() {
        assertThat(journey.bind(DokuChannel.BRI).code()).isEqualTo("4030701");
        assertThat(journey.bind(DokuChannel.MANDIRI).code()).isEqualTo("4030701");
        assertThat(journey.bind(DokuChannel.DANA).code()).isEqualTo("4050700");
        assertThat(journey.balance(DokuChannel.CIMB, "any").code()).isEqualTo("4051100");
        assertThat(
                        journey.merchant
                                .call(
                                        "/snap-adapter/b2b/v1.0/registration-account-creation",
                                        MerchantClient.object())
                                .code())
                .isEqualTo("4030001");
        assertThat(
                        journey.merchant
                                .call(
                                        "/wtd-direct-debit-snap-bri/snap/v1.0/registration-card-bind",
                                        MerchantClient.object())
                                .code())
                .isEqualTo("4030101");
        restart(DokuSimulator.builder().channels(Set.of(DokuChannel.ALLO)));
        assertThat(journey.bind(DokuChannel.OVO).code()).isEqualTo("4030701");
    }

    @Test
    void theArchiveOvoPathsWantADeviceWithoutSymbols() {
        var body = journey.bindingBody(DokuChannel.OVO);
        body.withObject("/additionalInfo").remove("channel");
        String path = Journey.ARCHIVE_OVO + "registration-account-binding";
        Map<String, String> headers = journey.merchant.headers(path, body.toString());
        headers.put("X-DEVICE-ID", "a-b");
        assertThat(journey.merchant.send(path, body.toString(), headers).message())
                .isEqualTo("Invalid Field Format X-DEVICE-ID");

        headers = journey.merchant.headers(path, body.toString());
        headers.remove("X-DEVICE-ID");
        assertThat(journey.merchant.send(path, body.toString(), headers).message())
                .isEqualTo("Invalid Mandatory Field X-DEVICE-ID");
        assertThat(journey.merchant.call(path, body).field("redirectUrl")).doesNotContain("/core/");
    }

    @Test
    void danaAndAlloWantDeviceAndAddressOvoDoesNot() {
        var dana = journey.jumpBody(DokuChannel.DANA, "order-1", 10_000);
        for (String header : new String[] {"X-DEVICE-ID", "X-IP-ADDRESS"}) {
            Map<String, String> headers =
                    journey.merchant.headers(Journey.PAYMENT, dana.toString());
            headers.remove(header);
            assertThat(journey.merchant.send(Journey.PAYMENT, dana.toString(), headers).message())
                    .isEqualTo("Invalid Mandatory Field " + header);
            var allo = journey.bindingBody(DokuChannel.ALLO).toString();
            headers = journey.merchant.headers(Journey.BINDING, allo);
            headers.remove(header);
            assertThat(journey.merchant.send(Journey.BINDING, allo, headers).message())
                    .isEqualTo("Invalid Mandatory Field " + header);
            headers = journey.merchant.headers(Journey.BINDING, body());
            headers.remove(header);
            assertThat(bindByOvo(headers).code()).isEqualTo("2000700");
        }
    }

    @Test
    void missingCustomerHeadersCanBeForgiven() {
        restart(DokuSimulator.builder().requiresCustomerHeaders(false));
        var dana = journey.jumpBody(DokuChannel.DANA, "order-1", 10_000);
        Map<String, String> headers = journey.merchant.headers(Journey.PAYMENT, dana.toString());
        headers.remove("X-DEVICE-ID");
        headers.remove("X-IP-ADDRESS");

        assertThat(journey.merchant.send(Journey.PAYMENT, dana.toString(), headers).code())
                .isEqualTo("2005400");
    }

    @Test
    void channelsThatNeedCardDataCannotBeMadeActive() {
        assertThatThrownBy(() -> DokuSimulator.builder().channels(Set.of(DokuChannel.BRI)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("card data");
    }
}
