package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.model.BindOutcome;
import id.dompet.model.Customer;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** WIRE: texts, callers and interrupts that are not the usual ones. */
abstract class WireLoadRules extends ForgeryRules {
    static final String[] ACCEPTED = {"PAID", "AWAITING_CUSTOMER", "PROCESSING"};
    private static final String SHORT = "qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM";

    private static final List<String> AWKWARD =
            List.of(
                    "Kopi \"Susu\" & 'Roti' 100% + <b>\\n</b> {x} = [y]; #1 @ a/b?c=d|e",
                    "Caf\u00e9 cafe\u0301 \u6771\u4eac \uD83D\uDE00 \u2028 \u0130\u0131",
                    "  two  spaces  ",
                    "%2B%00 &amp; \\u0041 ${x} \\\"");

    @Rule(
            id = "WIRE-05",
            needs = Need.PAY,
            demands =
                    "Every text that core accepts reaches the provider in an accepted request, or"
                            + " is refused before any; so does every reference of 1 to 32 characters.",
            why =
                    "A customer called O'Brien, a description with an ampersand or an emoji: a"
                            + " signature over other bytes than those sent fails for them only.",
            check =
                    "JSON or forms made by joining strings, getBytes without UTF_8, URL encoding"
                            + " before or after signing, and lengths counted in the wrong unit.")
    public final void wire05_awkwardTexts() {
        List<String> texts = new ArrayList<>(AWKWARD);
        texts.add("\u00e9".repeat(255));
        texts.add("x".repeat(255));
        int number = 0;
        for (Way way : bench().ways()) {
            for (String text : texts) {
                String about = "a payment by %s with the description and name %s";
                awkward(
                        about.formatted(way, shown(text)),
                        way,
                        named(text),
                        text,
                        bench().reference(way.wallet(), "order"));
            }
            String single = SHORT.substring(number, number + 1);
            String longest = "Az09._-".repeat(4) + ".%03d".formatted(number);
            number++;
            for (String reference : List.of(single, longest)) {
                awkward(
                        "a payment by %s with a reference of %d characters"
                                .formatted(way, reference.length()),
                        way,
                        bench().customer(),
                        "Two coffees",
                        reference);
            }
        }
    }

    private static String shown(String text) {
        return "'%s'%s"
                .formatted(
                        text.substring(0, Math.min(40, text.length())),
                        text.length() > 40 ? " (" + text.length() + " characters)" : "");
    }

    private Customer named(String text) {
        Customer plain = bench().customer();
        String name = text.substring(0, Math.min(70, text.length()));
        return new Customer(
                plain.reference(),
                Character.isHighSurrogate(name.charAt(name.length() - 1)) ? "x" : name,
                "o'brien+50%&co@mail.example",
                plain.phone(),
                plain.device());
    }

    private void awkward(
            String about, Way way, Customer customer, String description, String reference) {
        bench().mark();
        Optional<Payment> made = payment(about, way, customer, description, reference);
        if (made.isEmpty()) {
            return;
        }
        Payment payment = bench().stored(made.get());
        Tried sent = Tried.of(() -> bench().dompet.pay(payment));
        if (sent.is("InvalidRequest")) {
            expectRequests(bench(), about + ", refused as InvalidRequest", Operation.PAY, 0);
            return;
        }
        sent.expect(about, ACCEPTED);
        sent.value().ifPresent(outcome -> bench().confirm(payment, (PaymentOutcome) outcome));
        expect(
                bench().charged(payment).equals(PRICE),
                about + ": " + PRICE + " is charged under its reference",
                bench().charged(payment));
    }

    /** Linked first if it has to be; empty if the module refuses the customer unsent. */
    private Optional<Payment> payment(
            String about, Way way, Customer customer, String description, String reference) {
        if (!way.isLinked()) {
            return Optional.of(
                    Payment.redirect(
                            reference,
                            Bench.ID,
                            way.wallet(),
                            customer,
                            PRICE,
                            description,
                            Bench.SHOP,
                            bench().clock.instant()));
        }
        Tried bound =
                Tried.of(
                        () ->
                                bench().finish(
                                                bench().dompet
                                                        .bind(
                                                                bench().bindRequest(
                                                                                way.wallet(),
                                                                                customer))));
        if (bound.is("InvalidRequest")) {
            expectRequests(
                    bench(), about + ", linking refused as InvalidRequest", Operation.BIND, 0);
            return Optional.empty();
        }
        bound.expect(about + ", linking first", "BOUND");
        Payment payment =
                Payment.linked(
                        reference,
                        ((BindOutcome.Bound) bound.value().orElseThrow()).binding(),
                        customer,
                        PRICE,
                        description,
                        Bench.SHOP,
                        bench().clock.instant());
        return Optional.of(way.kind() == Payment.Kind.UNATTENDED ? payment.unattended() : payment);
    }

    @Rule(
            id = "WIRE-08",
            needs = Need.PAY,
            demands =
                    "A thread that is interrupted before or during a charge loses nothing: the"
                            + " outcome is true or UNKNOWN, and the thread stays interrupted.",
            why =
                    "Servers interrupt their threads when they stop. A charge that was on its way"
                            + " is then neither declined nor forgotten.",
            check =
                    "catch blocks for InterruptedException and calls of Thread.interrupted() in the"
                            + " module; it needs neither.")
    public final void wire08_interruptsLoseNothing() {
        Thread caller = Thread.currentThread();
        for (Way way : bench().ways()) {
            interrupted("before a payment by " + way, way, caller::interrupt, Optional.empty());
            Fault during =
                    Fault.rewritten(
                            answer -> {
                                caller.interrupt();
                                return answer;
                            });
            interrupted("during a payment by " + way, way, () -> {}, Optional.of(during));
        }
    }

    private void interrupted(String when, Way way, Runnable before, Optional<Fault> during) {
        Payment payment = bench().payment(way, PRICE);
        during.ifPresent(fault -> bench().provider.next(Operation.PAY, fault));
        bench().mark();
        Tried tried;
        boolean kept;
        try {
            before.run();
            tried = Tried.of(() -> bench().dompet.pay(payment));
        } finally {
            kept = Thread.interrupted();
            bench().provider.clearFaults();
        }
        String situation = "a thread that is interrupted " + when;
        if (tried.thrown().isPresent()) {
            expectRequests(bench(), situation + ", which gets an exception", Operation.PAY, 0);
        } else {
            tried.expect(situation, "PAID", "AWAITING_CUSTOMER", "PROCESSING", "UNKNOWN");
        }
        expect(kept, situation + ": the thread is still interrupted afterwards", "it is not");
    }
}
