package id.dompet.ledger.simulation;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.Notification;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.model.Wallet;
import id.dompet.spi.Call;
import id.dompet.spi.Capability;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.NotifyPort;
import id.dompet.spi.PayPort;
import id.dompet.spi.ProviderProfile;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.RefundPort;
import id.dompet.spi.Setting;
import id.dompet.spi.StatusPolling;
import id.dompet.spi.StatusPort;
import id.dompet.spi.WalletProvider;
import id.dompet.spi.WalletProviderPlugin;
import id.dompet.spi.WalletSupport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A provider module, correct and as small as one can be: what is simulated is around it. */
final class VirtualPlugin implements WalletProviderPlugin {
    static final StatusPolling POLLING =
            new StatusPolling(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(120),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(45));
    private static final URI PAY = URI.create("https://provider.example/pay");
    private static final URI REFUND = URI.create("https://provider.example/refund");
    private static final URI REFUND_STATUS = URI.create("https://provider.example/refund-status");
    private static final URI STATUS = URI.create("https://provider.example/status");

    @Override
    public String type() {
        return "virtual";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Module module() {
        return new AbstractModule() {
            @Provides
            @Singleton
            WalletProvider provider(ProviderSettings settings, Credentials credentials) {
                Ports ports = new Ports(settings.id(), credentials);
                return WalletProvider.of(
                                new ProviderProfile(
                                        "Virtual",
                                        Map.of(
                                                Wallet.OVO,
                                                new WalletSupport(
                                                        Set.of(
                                                                Capability.PAY_LINKED,
                                                                Capability.NOTIFY,
                                                                Capability.REFUND),
                                                        POLLING))))
                        .pay(ports)
                        .status(ports)
                        .refund(ports)
                        .notifications(ports)
                        .build();
            }
        };
    }

    /** Words separated by bars, over POST. */
    private record Ports(ProviderId id, Credentials credentials)
            implements PayPort, StatusPort, NotifyPort, RefundPort {

        @Override
        public PaymentOutcome pay(Call call, Payment payment) {
            String credential =
                    payment.binding()
                            .flatMap(binding -> credentials.find(binding.id()))
                            .map(Credential::value)
                            .orElseThrow()
                            .reveal();
            Money amount = payment.amount();
            return read(
                    call,
                    payment,
                    post(
                            call,
                            PAY,
                            Effect.CHANGES_STATE,
                            String.join(
                                    "|",
                                    payment.reference(),
                                    amount.decimalText(),
                                    amount.currency().getCurrencyCode(),
                                    credential)));
        }

        @Override
        public PaymentOutcome status(Call call, Payment payment) {
            return read(call, payment, post(call, STATUS, Effect.NONE, payment.reference()));
        }

        @Override
        public RefundOutcome refund(Call call, Refund refund) {
            Money amount = refund.amount();
            return back(
                    call,
                    refund,
                    post(
                            call,
                            REFUND,
                            Effect.CHANGES_STATE,
                            String.join(
                                    "|",
                                    refund.reference(),
                                    refund.payment().reference(),
                                    amount.decimalText(),
                                    amount.currency().getCurrencyCode())));
        }

        @Override
        public RefundOutcome refundStatus(Call call, Refund refund) {
            return back(call, refund, post(call, REFUND_STATUS, Effect.NONE, refund.reference()));
        }

        private static RefundOutcome back(Call call, Refund refund, HttpResponse response) {
            if (response.status() != 200) {
                return new RefundOutcome.Unknown(
                        UnknownCause.SERVER_ERROR, "HTTP " + response.status());
            }
            String[] word = response.body().text().split("\\|", -1);
            if (word.length < 2 || !word[1].equals(refund.reference())) {
                return new RefundOutcome.Unknown(UnknownCause.UNREADABLE_ANSWER, "not readable");
            }
            return switch (word[0]) {
                case "REFD" ->
                        new RefundOutcome.Refunded(
                                "provider-" + word[1], Money.of(word[2], word[3]), call.now());
                case "RPRC" -> new RefundOutcome.Processing(Optional.empty());
                case "RDEC" -> new RefundOutcome.Declined(Decline.of(Decline.Reason.OTHER, "no"));
                case "NONE" -> new RefundOutcome.NotFound();
                default -> new RefundOutcome.Unknown(UnknownCause.UNRECOGNISED_CODE, word[0]);
            };
        }

        private static HttpResponse post(Call call, URI uri, Effect effect, String body) {
            return call.send(HttpRequest.post(uri, effect, "text/plain", Body.utf8(body)));
        }

        private static PaymentOutcome read(Call call, Payment payment, HttpResponse response) {
            if (response.status() != 200) {
                return new PaymentOutcome.Unknown(
                        UnknownCause.SERVER_ERROR, "HTTP " + response.status());
            }
            return outcome(call, payment.reference(), response.body().text().split("\\|", -1));
        }

        private static PaymentOutcome outcome(Call call, String reference, String[] word) {
            if (word.length < 2 || !word[1].equals(reference)) {
                return new PaymentOutcome.Unknown(UnknownCause.UNREADABLE_ANSWER, "not readable");
            }
            return switch (word[0]) {
                case "PAID" ->
                        new PaymentOutcome.Paid(
                                Optional.empty(), Money.of(word[2], word[3]), call.now());
                case "OPEN" ->
                        new PaymentOutcome.AwaitingCustomer(
                                URI.create("https://provider.example/page"),
                                Optional.empty(),
                                Optional.empty());
                case "PEND" -> new PaymentOutcome.Processing(Optional.empty());
                case "DECL" ->
                        new PaymentOutcome.Declined(
                                Decline.of(Decline.Reason.CUSTOMER_CANCELLED, "no"));
                case "NONE" -> new PaymentOutcome.NotFound();
                default -> new PaymentOutcome.Unknown(UnknownCause.UNRECOGNISED_CODE, word[0]);
            };
        }

        /** {@code PAID|reference|amount|currency|id|key}. */
        @Override
        public Notification open(Call call, InboundRequest inbound) {
            String[] word = inbound.body().text().split("\\|", -1);
            if (word.length != 6 || !word[5].equals(World.KEY)) {
                return new Notification.Rejected("forged", answer(401));
            }
            return new Notification.Verified(
                    new Notification.Event.PaymentReported(
                            id,
                            word[4],
                            word[1],
                            Optional.of(Money.of(word[2], word[3])),
                            outcome(call, word[1], word),
                            true),
                    answer(200),
                    answer(503),
                    Map.of());
        }

        private static HttpResponse answer(int status) {
            return HttpResponse.of(status, "text/plain", "");
        }
    }
}
