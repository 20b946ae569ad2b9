package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.http.HttpResponse;
import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ReturnHint;
import id.dompet.spi.Call;
import id.dompet.spi.PayPort;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ways to break the charges of the reference module, and nothing else, in a line. */
final class BrokenCharges {
    private BrokenCharges() {}

    /** A pay port around the genuine one. */
    @FunctionalInterface
    interface Pay {
        PaymentOutcome pay(PayPort genuine, Call call, Payment payment);
    }

    /** How a signed charge is sent, and what its answer is taken for. */
    @FunctionalInterface
    interface Send {
        HttpResponse send(Call call, HttpRequest charge);
    }

    /** How the address of a returning browser is read. */
    @FunctionalInterface
    interface Returned {
        ReturnHint read(Map<String, String> returned);
    }

    static Hooks paying(Pay broken) {
        return new Hooks() {
            @Override
            public PayPort pay(PayPort genuine, Parts parts) {
                return (call, payment) -> broken.pay(genuine, call, payment);
            }
        };
    }

    static Hooks charging(Send broken) {
        return new Hooks() {
            @Override
            public HttpResponse send(Call call, HttpRequest signed) {
                return isCharge(signed) ? broken.send(call, signed) : call.send(signed);
            }
        };
    }

    static Hooks returning(Returned broken) {
        return new Hooks() {
            @Override
            public PayPort pay(PayPort genuine, Parts parts) {
                return new PayPort() {
                    @Override
                    public PaymentOutcome pay(Call call, Payment payment) {
                        return genuine.pay(call, payment);
                    }

                    @Override
                    public ReturnHint returned(Payment payment, Map<String, String> returned) {
                        return broken.read(returned);
                    }
                };
            }
        };
    }

    static boolean isCharge(HttpRequest request) {
        return request.uri().getPath().equals("/charge");
    }

    /** Sent once more behind the back of core, which counts what is said to change something. */
    static HttpResponse sendAgain(Call call, HttpRequest charge) {
        return call.send(
                new HttpRequest(
                        charge.method(),
                        charge.uri(),
                        charge.headers(),
                        charge.body(),
                        Effect.NONE));
    }

    static boolean hasCode(HttpResponse answer, String code) {
        return answer.body().text().contains("\"code\":\"" + code + "\"");
    }

    /** An answer of Contoh's with nothing but a code. */
    static HttpResponse code(String code) {
        return HttpResponse.of(200, "application/json", "{\"code\":\"" + code + "\"}");
    }

    static PaymentOutcome declined(Decline.Reason reason) {
        return new PaymentOutcome.Declined(new Decline(reason, "00", ""));
    }

    static PaymentOutcome paid(Payment payment) {
        return new PaymentOutcome.Paid(Optional.empty(), payment.amount(), Instant.EPOCH);
    }

    /** The same payment of another amount. */
    static Payment of(Payment payment, Money amount) {
        return copy(payment, payment.reference(), payment.kind(), amount);
    }

    /** The same payment under another reference. */
    static Payment under(Payment payment, String reference) {
        return copy(payment, reference, payment.kind(), payment.amount());
    }

    /** The same payment with the customer at hand. */
    static Payment attended(Payment payment) {
        return payment.kind() == Payment.Kind.UNATTENDED
                ? copy(payment, payment.reference(), Payment.Kind.LINKED, payment.amount())
                : payment;
    }

    /** The same payment without items, points and voucher. */
    static Payment bare(Payment payment) {
        return new Payment(
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
                List.of(),
                Optional.empty(),
                Optional.empty(),
                payment.createdAt());
    }

    /** The same payment, whose customer comes back to the shop's front page. */
    static Payment returningTo(Payment payment, URI page) {
        return copy(payment, payment.reference(), payment.kind(), payment.amount(), page);
    }

    private static Payment copy(
            Payment payment, String reference, Payment.Kind kind, Money amount) {
        return copy(payment, reference, kind, amount, payment.returnUrl());
    }

    private static Payment copy(
            Payment payment, String reference, Payment.Kind kind, Money amount, URI returnUrl) {
        return new Payment(
                reference,
                payment.provider(),
                payment.wallet(),
                kind,
                amount,
                payment.description(),
                payment.customer(),
                payment.binding(),
                returnUrl,
                payment.failureUrl(),
                amount.equals(payment.amount()) ? payment.items() : List.of(),
                payment.points(),
                payment.voucher(),
                payment.createdAt());
    }
}
