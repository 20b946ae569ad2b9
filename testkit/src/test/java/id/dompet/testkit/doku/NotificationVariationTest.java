package id.dompet.testkit.doku;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationVariationTest {

    private final Journey journey = new Journey();
    private final DokuNotifications outbox = journey.doku.notifications();
    private final MerchantServer merchant = new MerchantServer(journey.doku);
    private String customer = "";

    @BeforeEach
    void link() {
        customer = journey.link(DokuChannel.OVO);
    }

    @AfterEach
    void stop() {
        merchant.close();
        journey.close();
    }

    private DokuNotification paid(String reference) {
        journey.payRecurring(reference, 10_000, customer);
        return outbox.messagesOf(reference).get(0);
    }

    @Test
    void forgedNotificationsDoNotVerify() {
        DokuNotification message = paid("order-1");
        for (NotificationVariation forged :
                List.of(
                        NotificationVariation.brokenSignature(),
                        NotificationVariation.withoutSignature(),
                        NotificationVariation.hexSignature(),
                        NotificationVariation.token("stolen"),
                        NotificationVariation.signedForPath("/notify/other"),
                        NotificationVariation.tamperedAmount(1),
                        NotificationVariation.tamperedStatus("06"))) {
            outbox.deliver(message, forged);
            assertThat(merchant.last().genuine()).as(forged.toString()).isFalse();
        }
        assertThat(message.body()).contains("10000.00");
    }

    @Test
    void genuineNotificationsComeInManyForms() {
        DokuNotification message = paid("order-1");
        for (NotificationVariation genuine :
                List.of(
                        NotificationVariation.reordered(),
                        NotificationVariation.pretty(),
                        NotificationVariation.externalId("1"),
                        NotificationVariation.partnerId("BRN-other"),
                        NotificationVariation.header("X-DEVICE-ID", "device"),
                        NotificationVariation.withoutHeader("Authorization-customer"),
                        NotificationVariation.timestamp(Journey.NOON.minusSeconds(9)),
                        NotificationVariation.signedAmount(1),
                        NotificationVariation.signedStatus("03"),
                        NotificationVariation.signedField("surprise", "yes"),
                        NotificationVariation.withoutField("amount"))) {
            outbox.deliver(message, genuine);
            assertThat(merchant.last().genuine()).as(genuine.toString()).isTrue();
        }
        outbox.deliver(message, NotificationVariation.prettySignedAsSent());
        assertThat(merchant.last().body()).contains("\n");
        assertThat(merchant.last().genuine()).isFalse();
    }

    @Test
    void variationsCombineAndCanBePlanned() {
        outbox.alterNext(
                NotificationVariation.signedAmount(5)
                        .and(NotificationVariation.partnerId("BRN-other")));
        DokuNotification message = paid("order-1");

        outbox.deliver(message);

        assertThat(merchant.last().body()).contains("\"value\":\"5.00\"");
        assertThat(merchant.last().header("X-PARTNER-ID")).isEqualTo("BRN-other");
        assertThat(message.body()).contains("10000.00");
    }

    @Test
    void anOldTokenCanBeSentAgain() {
        outbox.deliver(paid("order-1"));
        String old = outbox.lastMerchantToken().orElseThrow();
        outbox.deliver(paid("order-2"), NotificationVariation.token(old));

        assertThat(merchant.last().header("Authorization")).isEqualTo("Bearer " + old);
        assertThat(outbox.lastMerchantToken()).isNotEqualTo(Optional.of(old));
    }
}
