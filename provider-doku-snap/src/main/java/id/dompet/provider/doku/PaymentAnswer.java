package id.dompet.provider.doku;

import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Pages;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what an answer to a payment means: developers.doku.com, payment and response code SNAP. A
 * success says that the payment is accepted, never that it is paid.
 */
final class PaymentAnswer {
    private final ProviderId id;

    PaymentAnswer(ProviderId id) {
        this.id = id;
    }

    PaymentOutcome read(Payment payment, Reading reading, Optional<Instant> until) {
        return switch (reading.verdict()) {
            case ACCEPTED -> accepted(payment, reading, until);
            case IN_PROGRESS, CUSTOMER_ACTION -> new PaymentOutcome.Processing(reference(reading));
            // Also 400xx00 and the like: an answer about this payment, and a documented no.
            case REFUSED, INVALID, CUSTOMER_TOKEN -> new PaymentOutcome.Declined(reading.decline());
            case CREDENTIALS, MERCHANT_TOKEN -> throw Refusals.credentials(id, reading);
            case NOT_FOUND, ASK, LATER, OPEN ->
                    new PaymentOutcome.Unknown(reading.cause(), reading.detail());
        };
    }

    private PaymentOutcome accepted(Payment payment, Reading reading, Optional<Instant> until) {
        JsonObject answer = reading.json().orElseThrow();
        Optional<String> about = answer.text("partnerReferenceNo");
        if (about.isPresent() && !about.get().equals(payment.reference())) {
            return unknown(
                    UnknownCause.REFERENCE_DIFFERS, "payment: the answer is about another payment");
        }
        Optional<String> page = page(payment, answer);
        if (page.isEmpty()) {
            return payment.kind() == Payment.Kind.REDIRECT
                    ? unknown(
                            UnknownCause.UNREADABLE_ANSWER,
                            "payment: accepted, without a webRedirectUrl")
                    : new PaymentOutcome.Processing(reference(reading));
        }
        Optional<URI> action = Pages.safe(page.get());
        return action.isPresent()
                ? new PaymentOutcome.AwaitingCustomer(action.get(), until, reference(reading))
                : unknown(
                        UnknownCause.UNREADABLE_ANSWER,
                        "payment: accepted, with a webRedirectUrl that cannot be opened safely");
    }

    /** In an app, the wallet's own link if it is one that can be opened safely. */
    private static Optional<String> page(Payment payment, JsonObject answer) {
        Optional<String> deep =
                answer.object("additionalInfo")
                        .flatMap(more -> more.text("webRedirectUrl"))
                        .filter(link -> RedirectBody.isApp(payment))
                        .filter(link -> Pages.safe(link).isPresent());
        return payment.kind() == Payment.Kind.REDIRECT && deep.isPresent()
                ? deep
                : answer.text("webRedirectUrl");
    }

    private static Optional<String> reference(Reading reading) {
        return reading.json().flatMap(answer -> answer.text("referenceNo"));
    }

    private static PaymentOutcome unknown(UnknownCause cause, String detail) {
        return new PaymentOutcome.Unknown(cause, detail);
    }
}
