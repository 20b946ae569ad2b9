package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.NotificationHandler;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Balance;
import id.dompet.model.BindOutcome;
import id.dompet.model.BindRequest;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Decline;
import id.dompet.model.DompetException;
import id.dompet.model.LineItem;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Points;
import id.dompet.model.ProviderId;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.testkit.duitku.CallbackMessage;
import id.dompet.testkit.duitku.Channel;
import id.dompet.testkit.duitku.DuitkuOperation;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer and a merchant live through, against the simulator. */
class DuitkuJourneyTest {
    private static final ProviderId DUITKU = new ProviderId("duitku");

    @ParameterizedTest
    @CsvSource({"hmac-sha256, OVO", "hmac-sha256, SHOPEEPAY", "legacy, OVO", "legacy, SHOPEEPAY"})
    void aWalletIsLinkedLookedUpChargedNotifiedAboutAndUnlinked(String scheme, String code) {
        Wallet wallet = new Wallet(code);
        Channel channel = code.equals("OVO") ? Channel.OVO : Channel.SHOPEEPAY;
        try (Journey journey = new Journey(scheme, Map.of(), UnaryOperator.identity())) {
            journey.duitku.wallet(channel, "081234567890").balance(100_000).points(500);
            Binding binding = journey.link(wallet);
            Balance before = journey.dompet.balance(binding);
            assertThat(before.cash()).isEqualTo(Money.idr(100_000));
            assertThat(before.points()).contains(Money.idr(500));

            Payment payment = journey.paid(binding, 25_000);
            Shop shop = new Shop(payment);
            assertThat(deliver(journey, payment, shop).status()).isEqualTo(200);
            assertThat(shop.heard)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            PaymentOutcome.Paid.class,
                            paid -> assertThat(paid.amount()).isEqualTo(Money.idr(25_000)));
            assertThat(journey.dompet.status(payment).state()).isEqualTo(PaymentOutcome.State.PAID);
            assertThat(journey.dompet.balance(binding).cash()).isEqualTo(Money.idr(75_000));

            assertThat(journey.dompet.unbind(binding).state())
                    .isEqualTo(UnbindOutcome.State.UNBOUND);
            assertThat(journey.dompet.unbind(binding).state())
                    .as("ending it twice is harmless")
                    .isEqualTo(UnbindOutcome.State.UNBOUND);
            assertThatThrownBy(() -> journey.dompet.balance(binding))
                    .isInstanceOf(DompetException.BindingUnusable.class);
            assertThat(journey.duitku.ledger().total()).isEqualTo(25_000);
        }
    }

    @Test
    void aCustomerWhoDeclinesLinksNothing() {
        try (Journey journey = new Journey()) {
            var awaiting = (BindOutcome.AwaitingCustomer) journey.startLinking(Wallet.OVO);
            URI cameBack = journey.duitku.customer().decline(awaiting.action());
            assertThat(journey.dompet.completeBind(awaiting.attempt(), cameBack.toString()).state())
                    .isEqualTo(BindOutcome.State.REFUSED);
        }
    }

    @Test
    void completingTwiceGivesTheSameBinding() {
        try (Journey journey = new Journey()) {
            var awaiting = (BindOutcome.AwaitingCustomer) journey.startLinking(Wallet.OVO);
            URI cameBack = journey.duitku.customer().confirm(awaiting.action());
            var first =
                    (BindOutcome.Bound)
                            journey.dompet.completeBind(awaiting.attempt(), cameBack.toString());
            var second =
                    (BindOutcome.Bound)
                            journey.dompet.completeBind(awaiting.attempt(), cameBack.toString());
            assertThat(second.binding()).isEqualTo(first.binding());
        }
    }

    @Test
    void anotherCustomersReturnUrlLinksNothing() {
        try (Journey journey = new Journey()) {
            var victim = (BindOutcome.AwaitingCustomer) journey.startLinking(Wallet.OVO);
            URI mine = journey.duitku.customer().confirm(victim.action());
            Customer mallory =
                    Customer.of(
                            "cust-2", "Mallory", "m@mail.example", PhoneNumber.of("081299999999"));
            var other =
                    (BindOutcome.AwaitingCustomer)
                            journey.dompet.bind(
                                    new BindRequest("m-1", Wallet.OVO, mallory, Journey.RETURN));
            URI planted = URI.create(other.attempt().returnUrl() + "?" + mine.getRawQuery());
            assertThat(journey.dompet.completeBind(other.attempt(), planted.toString()))
                    .isInstanceOfSatisfying(
                            BindOutcome.Refused.class,
                            refused ->
                                    assertThat(refused.decline().reason())
                                            .isEqualTo(Decline.Reason.NOT_THIS_ATTEMPT));
        }
    }

    @Test
    void aCodeThatBelongsToAnotherCustomerIsRefused() {
        try (Journey journey = new Journey()) {
            journey.link(Wallet.OVO);
            String code =
                    journey.duitku
                            .credentialCodes(journey.duitku.wallet(Channel.OVO, "081234567890"))
                            .get(0);
            Customer mallory =
                    Customer.of(
                            "cust-2", "Mallory", "m@mail.example", PhoneNumber.of("081299999999"));
            var other =
                    (BindOutcome.AwaitingCustomer)
                            journey.dompet.bind(
                                    new BindRequest("m-1", Wallet.OVO, mallory, Journey.RETURN));
            URI planted =
                    URI.create(
                            other.attempt().returnUrl() + "?resultCode=00&credentialCode=" + code);
            assertThat(journey.dompet.completeBind(other.attempt(), planted.toString()))
                    .isInstanceOfSatisfying(
                            BindOutcome.Refused.class,
                            refused ->
                                    assertThat(refused.decline().reason())
                                            .isEqualTo(Decline.Reason.BOUND_TO_ANOTHER_CUSTOMER));
        }
    }

    @Test
    void aCodeThatNobodyIssuedLinksNothing() {
        try (Journey journey = new Journey()) {
            var awaiting = (BindOutcome.AwaitingCustomer) journey.startLinking(Wallet.OVO);
            URI invented =
                    URI.create(
                            awaiting.attempt().returnUrl()
                                    + "?resultCode=00&credentialCode=made-up");
            assertThat(journey.dompet.completeBind(awaiting.attempt(), invented.toString()).state())
                    .isEqualTo(BindOutcome.State.REFUSED);
        }
    }

    @Test
    void anUnlinkInsideTheWalletsAppIsSeen() {
        try (Journey journey = new Journey()) {
            Binding binding = journey.link(Wallet.OVO);
            journey.duitku.wallet(Channel.OVO, "081234567890").unlinkInApp();
            assertThatThrownBy(() -> journey.dompet.balance(binding))
                    .isInstanceOf(DompetException.BindingUnusable.class);
            assertThat(journey.dompet.pay(journey.payment(binding, 10_000)))
                    .isInstanceOfSatisfying(
                            PaymentOutcome.Declined.class,
                            declined ->
                                    assertThat(declined.decline().reason())
                                            .isEqualTo(Decline.Reason.BINDING_INVALID));
        }
    }

    @Test
    void aPaymentThatTheCustomerDeclinesIsDeclined() {
        try (Journey journey = new Journey()) {
            Payment payment = journey.payment(journey.link(Wallet.OVO), 10_000);
            var awaiting = (PaymentOutcome.AwaitingCustomer) journey.dompet.pay(payment);
            journey.duitku.customer().decline(awaiting.action());
            assertThat(journey.dompet.status(payment).state())
                    .isEqualTo(PaymentOutcome.State.DECLINED);
            Shop shop = new Shop(payment);
            assertThat(deliver(journey, payment, shop).status()).isEqualTo(200);
            assertThat(shop.heard)
                    .singleElement()
                    .satisfies(o -> assertThat(o.state()).isEqualTo(PaymentOutcome.State.DECLINED));
            assertThat(journey.duitku.ledger().total()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"OVO, 15", "SHOPEEPAY, 30"})
    void aCustomerWhoDoesNothingIsTooLate(String wallet, int minutes) {
        try (Journey journey = new Journey()) {
            Payment payment = journey.payment(journey.link(new Wallet(wallet)), 10_000);
            var awaiting = (PaymentOutcome.AwaitingCustomer) journey.dompet.pay(payment);
            assertThat(awaiting.until())
                    .contains(journey.clock.instant().plus(Duration.ofMinutes(minutes)));
            journey.clock.advance(Duration.ofMinutes(minutes - 1));
            assertThat(journey.dompet.status(payment).state())
                    .isEqualTo(PaymentOutcome.State.PROCESSING);
            journey.clock.advance(Duration.ofMinutes(2));
            assertThat(journey.dompet.status(payment).state())
                    .isEqualTo(PaymentOutcome.State.DECLINED);
        }
    }

    @Test
    void coinsVoucherAndLinesReachShopeePay() {
        try (Journey journey = new Journey()) {
            journey.duitku.wallet(Channel.SHOPEEPAY, "081234567890").balance(50_000).points(3_000);
            journey.duitku.voucher("HEMAT", 2_000);
            Binding binding = journey.link(Wallet.SHOPEEPAY);
            Payment payment =
                    journey.payment(binding, 20_000)
                            .withItems(List.of(new LineItem("Coffee", 2, Money.idr(20_000))))
                            .withPoints(Points.asManyAsPossible())
                            .withVoucher("HEMAT");
            var awaiting = (PaymentOutcome.AwaitingCustomer) journey.dompet.pay(payment);
            journey.duitku.customer().confirm(awaiting.action());
            assertThat(journey.dompet.status(payment).state()).isEqualTo(PaymentOutcome.State.PAID);
            assertThat(journey.dompet.balance(binding).cash()).isEqualTo(Money.idr(35_000));
        }
    }

    @Test
    void senAreRefusedBeforeAnythingIsSent() {
        try (Journey journey = new Journey()) {
            Binding binding = journey.link(Wallet.OVO);
            Payment withSen =
                    Payment.linked(
                            "order-sen",
                            binding,
                            Journey.BUDI,
                            Money.of("10000.50", "IDR"),
                            "Coffee",
                            Journey.RETURN,
                            journey.clock.instant());
            assertThatThrownBy(() -> journey.dompet.pay(withSen))
                    .isInstanceOf(DompetException.InvalidRequest.class)
                    .hasMessageContaining("10000.50");
            assertThat(journey.duitku.journal().count(DuitkuOperation.INQUIRY)).isZero();
        }
    }

    @Test
    void aWrongKeyIsNamedAndNothingHappens() {
        try (Journey journey = Journey.with("dompet.duitku.api-key", "not-the-key")) {
            assertThatThrownBy(() -> journey.startLinking(Wallet.OVO))
                    .isInstanceOf(DompetException.CredentialsRefused.class)
                    .hasMessageContaining("api-key")
                    .hasMessageNotContaining("not-the-key");
        }
    }

    private static HttpResponse deliver(Journey journey, Payment payment, Shop shop) {
        CallbackMessage message = journey.duitku.callbacks().messagesOf(payment.reference()).get(0);
        String form =
                message.parameters().stream()
                        .map(
                                p ->
                                        p.getKey()
                                                + "="
                                                + URLEncoder.encode(
                                                        p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return journey.dompet.receive(
                DUITKU,
                InboundRequest.of(
                        "POST",
                        "/notify/duitku",
                        Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                        form.getBytes(StandardCharsets.UTF_8)),
                shop);
    }

    private static final class Shop implements NotificationHandler {
        private final Payment payment;
        private final List<PaymentOutcome> heard = new ArrayList<>();

        Shop(Payment payment) {
            this.payment = payment;
        }

        @Override
        public Optional<Payment> find(String paymentReference) {
            return Optional.of(payment).filter(p -> p.reference().equals(paymentReference));
        }

        @Override
        public void paymentChanged(
                Payment changed, PaymentOutcome outcome, Notification.Verified notification) {
            heard.add(outcome);
        }
    }
}
