package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.Dompet;
import id.dompet.model.Balance;
import id.dompet.model.BindOutcome;
import id.dompet.model.Customer;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.testkit.Fault;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.AtOnce;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.RestlessTime;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Movement;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** WIRE: texts, callers and interrupts that are not the usual ones. */
abstract class WireLoadRules extends ForgeryRules {
    private static final String[] ACCEPTED = {"PAID", "AWAITING_CUSTOMER", "PROCESSING"};
    private static final int CALLERS = 64;
    private static final int CUSTOMERS = 8;
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
            id = "WIRE-06",
            needs = Need.PAY,
            demands =
                    "Sixty-four callers at once, who pay, ask and look at balances, all get what is"
                            + " theirs.",
            why =
                    "Digests, formatters and buffers that are shared between threads give wrong"
                            + " signatures and other customers' answers, on busy days only.",
            check =
                    "fields of ports and signers that change: MessageDigest, Mac, Signature,"
                            + " SimpleDateFormat, the last token, the last payment, a counter.")
    public final void wire06_manyCallersAtOnce() {
        untilMidnight();
        List<Payer> payers = new ArrayList<>();
        for (Way way : new Truths(bench()).oneForEachWallet()) {
            for (int i = 0; i < CUSTOMERS; i++) {
                payers.add(new Payer(bench(), way));
            }
        }
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            payments.add(payers.get(i % payers.size()).next(Money.idr(10_000 + i)));
        }
        Dompet dompet =
                bench().open(bench().config(), builder -> builder.time(new RestlessTime(bench())));
        bench().mark();
        Tried alone = Tried.of(() -> dompet.pay(payers.get(0).next(PRICE)));
        if (bench().seen().stream().anyMatch(seen -> seen.objection().isPresent())) {
            throw notApplicable("one caller alone is refused: see WIRE-12: " + alone.word());
        }
        expectAcceptedInStillTime();
        bench().mark();
        List<Tried> sent = AtOnce.all(each(payments, dompet::pay));
        for (int i = 0; i < CALLERS; i++) {
            Payment payment = payments.get(i);
            sent.get(i).expect("one of 64 payments at once", ACCEPTED);
            sent.get(i)
                    .value()
                    .ifPresent(outcome -> bench().confirm(payment, (PaymentOutcome) outcome));
        }
        payments.forEach(this::fromItsOwnWallet);
        new Truths(bench()).oneForEachWallet().forEach(way -> bench().waitAsDeclared(way.wallet()));
        List<Tried> asked = AtOnce.all(each(payments, dompet::status));
        asked.forEach(tried -> tried.expect("one of 64 questions at once about paid ones", "PAID"));
        balances(dompet, payers);
        expectAccepted("64 callers at once");
    }

    private static List<Supplier<?>> each(List<Payment> payments, Function<Payment, ?> operation) {
        List<Supplier<?>> all = new ArrayList<>();
        payments.forEach(payment -> all.add(() -> operation.apply(payment)));
        return all;
    }

    private void fromItsOwnWallet(Payment payment) {
        PhoneNumber phone = payment.customer().phone();
        List<Movement> moved =
                bench().provider.movements().stream()
                        .filter(movement -> movement.reference().equals(payment.reference()))
                        .toList();
        expect(
                moved.equals(
                        List.of(new Movement(payment.reference(), payment.amount(), false, phone))),
                "one of 64 payments at once: " + payment.amount() + " from its payer's wallet",
                moved);
    }

    private void balances(Dompet dompet, List<Payer> payers) {
        List<Payer> able =
                payers.stream()
                        .filter(
                                payer ->
                                        payer.linked()
                                                .filter(linked -> can(linked.binding().wallet()))
                                                .isPresent())
                        .toList();
        if (able.isEmpty()) {
            return;
        }
        List<Supplier<?>> all = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Payer payer = able.get(i % able.size());
            all.add(() -> dompet.balance(payer.linked().orElseThrow().binding()));
        }
        List<Tried> seen = AtOnce.all(all);
        for (int i = 0; i < CALLERS; i++) {
            Money own = Money.idr(able.get(i % able.size()).wallet().cash());
            expect(
                    seen.get(i)
                            .value()
                            .filter(balance -> ((Balance) balance).cash().equals(own))
                            .isPresent(),
                    "one of 64 balances at once: its own, " + own,
                    seen.get(i));
        }
    }

    private boolean can(Wallet wallet) {
        return bench().profile().can(wallet, Capability.BALANCE);
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

    /** Where whatever mixes two times is at least an hour off. */
    final void untilMidnight() {
        Instant now = bench().clock.instant();
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Instant unused = bench().clock.advance(Duration.between(now, midnight));
    }

    /** Whoever is refused while the clock stands is so for other reasons, too. */
    final void expectAcceptedInStillTime() {
        Still still =
                bench().once(
                                Still.class,
                                () -> {
                                    bench().mark();
                                    Dompet dompet =
                                            WireRules.freshly(bench(), UnaryOperator.identity());
                                    new Journey(bench(), dompet, "").play();
                                    return new Still(
                                            bench().seen().stream()
                                                    .allMatch(seen -> seen.objection().isEmpty()));
                                });
        if (!still.accepted()) {
            throw notApplicable("requests are refused without any of this: see WIRE-01");
        }
    }

    private record Still(boolean accepted) {}

    /** Fails if the provider has refused what a request says about itself. */
    final void expectAccepted(String situation) {
        List<SeenRequest> refused =
                bench().seen().stream().filter(seen -> seen.objection().isPresent()).toList();
        expect(
                refused.isEmpty(),
                situation + ": the provider accepts time, signature and token of every request",
                refused);
    }
}
