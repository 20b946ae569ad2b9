package id.dompet.ledger.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.BindAttempt;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Decline;
import id.dompet.model.LineItem;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Points;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.Secret;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import id.dompet.spi.CredentialStore.Credential;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again, every field of it, also by later releases. */
class StoredFormsTest {
    private static final Instant AT = Instant.parse("2026-11-20T03:00:00.123Z");
    private static final ProviderId DOKU = new ProviderId("doku");
    private static final URI BACK = URI.create("https://shop.example/return/%20y");
    private static final Customer BUDI =
            Customer.of(
                            "cust-1",
                            "Budi \"B\" Santoso",
                            "b@mail.example",
                            PhoneNumber.of("081234567890"))
                    .on(
                            new Customer.Device(
                                    "device-1", "203.0.113.7", "WEB", "Pixel", "Android 15"));
    private static final Binding BINDING = new Binding("b-1", DOKU, Wallet.OVO, "cust-1", AT);
    private static final Payment FULL =
            new Payment(
                    "order-1",
                    DOKU,
                    Wallet.OVO,
                    Payment.Kind.LINKED,
                    Money.of("10000.50", "IDR"),
                    "Two coffees ☕",
                    BUDI,
                    Optional.of(BINDING),
                    BACK,
                    Optional.of(URI.create("https://shop.example/failed")),
                    List.of(new LineItem("Coffee", 2, Money.of("10000.50", "IDR"))),
                    Optional.of(Points.exactly(Money.idr(500))),
                    Optional.of("VOUCHER"),
                    AT);

    static Stream<Payment> payments() {
        Customer plain =
                Customer.of("cust-2", "Ani", "a@mail.example", PhoneNumber.of("0812111222"));
        return Stream.of(
                FULL,
                Payment.redirect("order-2", DOKU, Wallet.OVO, plain, Money.idr(1), "Tea", BACK, AT),
                new Payment(
                        "order-3",
                        DOKU,
                        Wallet.OVO,
                        Payment.Kind.UNATTENDED,
                        Money.idr(999_999_999),
                        "Subscription",
                        BUDI,
                        Optional.of(BINDING),
                        BACK,
                        Optional.empty(),
                        List.of(),
                        Optional.of(Points.asManyAsPossible()),
                        Optional.empty(),
                        AT));
    }

    @ParameterizedTest
    @MethodSource("payments")
    void payments(Payment payment) {
        assertThat(PaymentForm.read(PaymentForm.write(payment))).isEqualTo(payment);
        Payment later =
                new Payment(
                        payment.reference(),
                        payment.provider(),
                        payment.wallet(),
                        payment.kind(),
                        payment.amount(),
                        payment.description(),
                        payment.customer(),
                        payment.binding(),
                        payment.returnUrl(),
                        payment.failureUrl(),
                        payment.items(),
                        payment.points(),
                        payment.voucher(),
                        AT.plusSeconds(9));
        assertThat(PaymentForm.identity(later)).isEqualTo(PaymentForm.identity(payment));
    }

    static Stream<PaymentOutcome> outcomes() {
        return Stream.of(
                new PaymentOutcome.Paid(Optional.of("p-1"), Money.of("10000.50", "IDR"), AT),
                new PaymentOutcome.Paid(Optional.empty(), Money.idr(1), AT),
                new PaymentOutcome.AwaitingCustomer(
                        URI.create("https://wallet.example/page?ticket=a%20b&x=1#top"),
                        Optional.of(AT),
                        Optional.of("p-1")),
                new PaymentOutcome.AwaitingCustomer(BACK, Optional.empty(), Optional.empty()),
                new PaymentOutcome.Processing(Optional.of("p-1")),
                new PaymentOutcome.Processing(Optional.empty()),
                new PaymentOutcome.Declined(new Decline(Decline.Reason.RISK, "4035403", "no")),
                new PaymentOutcome.Reversed(Optional.of("p-1"), Money.idr(2)),
                new PaymentOutcome.NotFound(),
                new PaymentOutcome.Unknown(UnknownCause.NO_ANSWER, "reset"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcomes(PaymentOutcome outcome) {
        assertThat(OutcomeForm.read(OutcomeForm.write(outcome))).isEqualTo(outcome);
    }

    static Stream<RefundOutcome> refundOutcomes() {
        return Stream.of(
                new RefundOutcome.Refunded("r-1", Money.of("10000.50", "IDR"), AT),
                new RefundOutcome.Processing(Optional.of("r-1")),
                new RefundOutcome.Processing(Optional.empty()),
                new RefundOutcome.Declined(new Decline(Decline.Reason.OTHER, "4035815", "no")),
                new RefundOutcome.NotFound(),
                new RefundOutcome.Unknown(UnknownCause.SERVER_ERROR, "HTTP 500"));
    }

    @ParameterizedTest
    @MethodSource("refundOutcomes")
    void refundOutcomes(RefundOutcome outcome) {
        assertThat(RefundOutcomeForm.read(RefundOutcomeForm.write(outcome))).isEqualTo(outcome);
    }

    @Test
    void refunds() {
        Refund refund = new Refund("refund-1", FULL, Money.of("0.50", "IDR"), "Cold", AT);
        String text = RefundForm.write(refund);
        assertThat(RefundForm.read(text, FULL)).isEqualTo(refund);
        Payment other = payments().skip(1).findFirst().orElseThrow();
        assertThatThrownBy(() -> RefundForm.read(text, other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a stored refund is of another payment");
    }

    @Test
    void attempts() {
        BindAttempt attempt =
                new BindAttempt(
                        "link-1",
                        DOKU,
                        Wallet.OVO,
                        BUDI,
                        "nonce-of-this-attempt-1234567890",
                        BACK,
                        Optional.of(URI.create("https://shop.example/failed")),
                        AT,
                        AT.plusSeconds(900));
        assertThat(AttemptForm.read(AttemptForm.write(attempt))).isEqualTo(attempt);
    }

    @Test
    void credentials() {
        Credential full =
                new Credential(
                        Secret.of("token"),
                        Optional.of(Secret.of("refresh")),
                        Optional.of(AT),
                        Optional.of("cust-1"));
        Credential read = CredentialForm.read(CredentialForm.write(full));
        assertThat(read.value().reveal()).isEqualTo("token");
        assertThat(read.refresh().orElseThrow().reveal()).isEqualTo("refresh");
        assertThat(read.expiresAt()).contains(AT);
        assertThat(read.owner()).contains("cust-1");
        Credential bare =
                CredentialForm.read(CredentialForm.write(Credential.token(Secret.of("t"), AT)));
        assertThat(bare.refresh()).isEmpty();
        assertThat(bare.owner()).isEmpty();
    }

    /**
     * As version 1 wrote it, byte for byte: this text is in merchants' databases. Never edit it.
     */
    @Test
    void versionOneIsReadForEver() {
        String payment =
                "{\"v\":1,\"reference\":\"order-1\",\"provider\":\"doku\",\"wallet\":\"OVO\","
                        + "\"kind\":\"LINKED\",\"amount\":{\"amount\":\"10000.50\",\"currency\":"
                        + "\"IDR\"},\"description\":\"Two coffees ☕\",\"customer\":{\"reference\":"
                        + "\"cust-1\",\"name\":\"Budi \\\"B\\\" Santoso\",\"email\":"
                        + "\"b@mail.example\",\"phone\":\"6281234567890\",\"device\":{\"id\":"
                        + "\"device-1\",\"ipAddress\":\"203.0.113.7\",\"channel\":\"WEB\","
                        + "\"model\":\"Pixel\",\"operatingSystem\":\"Android 15\"}},\"binding\":"
                        + "{\"id\":\"b-1\",\"provider\":\"doku\",\"wallet\":\"OVO\",\"customer\":"
                        + "\"cust-1\",\"boundAt\":\"2026-11-20T03:00:00.123Z\"},\"returnUrl\":"
                        + "\"https://shop.example/return/%20y\",\"failureUrl\":"
                        + "\"https://shop.example/failed\",\"items\":[{\"name\":\"Coffee\","
                        + "\"quantity\":2,\"total\":{\"amount\":\"10000.50\",\"currency\":"
                        + "\"IDR\"}}],\"points\":{\"part\":{\"amount\":\"500.00\",\"currency\":"
                        + "\"IDR\"}},\"voucher\":\"VOUCHER\",\"createdAt\":"
                        + "\"2026-11-20T03:00:00.123Z\"}";
        assertThat(PaymentForm.write(FULL)).isEqualTo(payment);
        assertThat(PaymentForm.read(payment)).isEqualTo(FULL);
        assertThat(PaymentForm.read(payment.replaceFirst("\\{", "{\"later\":[1],")))
                .as("with a field of a later release")
                .isEqualTo(FULL);
        assertThat(
                        OutcomeForm.read(
                                "{\"v\":1,\"state\":\"DECLINED\",\"reason\":\"RISK\",\"code\":"
                                        + "\"7\",\"message\":\"no\"}"))
                .isEqualTo(
                        new PaymentOutcome.Declined(new Decline(Decline.Reason.RISK, "7", "no")));
        assertThatThrownBy(() -> OutcomeForm.read("{\"v\":2,\"state\":\"NOT_FOUND\"}"))
                .hasMessage("a stored form has version 2, this release reads up to 1");
        assertThatThrownBy(() -> OutcomeForm.read("secret-that-is-not-json"))
                .hasMessage("a stored form cannot be read")
                .hasNoCause();
    }
}
