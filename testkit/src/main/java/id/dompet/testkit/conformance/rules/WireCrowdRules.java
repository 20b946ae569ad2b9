package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.Dompet;
import id.dompet.model.Balance;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.spi.Capability;
import id.dompet.spi.ExchangeListener;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.AtOnce;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.RestlessTime;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Movement;
import id.dompet.testkit.simulated.SeenRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** WIRE: many callers at once, and what their requests say while time goes on. */
abstract class WireCrowdRules extends WireLoadRules {
    private static final int CALLERS = 64;
    private static final int CUSTOMERS = 8;

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
        expectAcceptedInStillTime();
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
        List<String> sent = new CopyOnWriteArrayList<>();
        Dompet dompet =
                bench().open(
                                bench().config(),
                                builder ->
                                        builder.time(new RestlessTime(bench())).listener(to(sent)));
        bench().mark();
        Tried alone = Tried.of(() -> dompet.pay(payers.get(0).next(PRICE)));
        if (!refused(sent).isEmpty()) {
            throw notApplicable("one caller alone is refused: see WIRE-12: " + alone.word());
        }
        bench().mark();
        sent.clear();
        List<Tried> paid = AtOnce.all(each(payments, dompet::pay));
        for (int i = 0; i < CALLERS; i++) {
            Payment payment = payments.get(i);
            paid.get(i).expect("one of 64 payments at once", ACCEPTED);
            paid.get(i)
                    .value()
                    .ifPresent(outcome -> bench().confirm(payment, (PaymentOutcome) outcome));
        }
        payments.forEach(this::fromItsOwnWallet);
        new Truths(bench()).oneForEachWallet().forEach(way -> bench().waitAsDeclared(way.wallet()));
        List<Tried> asked = AtOnce.all(each(payments, dompet::status));
        asked.forEach(tried -> tried.expect("one of 64 questions at once about paid ones", "PAID"));
        balances(dompet, payers);
        expectAccepted("64 callers at once", sent);
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

    /** Whoever is refused while the clock stands is so for other reasons, too. */
    final void expectAcceptedInStillTime() {
        Still still =
                bench().once(
                                Still.class,
                                () -> {
                                    List<String> sent = new CopyOnWriteArrayList<>();
                                    bench().mark();
                                    new Journey(bench(), listening(sent), "").play();
                                    return new Still(refused(sent).isEmpty());
                                });
        if (!still.accepted()) {
            throw notApplicable("requests are refused without any of this: see WIRE-01");
        }
    }

    private record Still(boolean accepted) {}

    /** A facade that nobody used before, and the paths of everything it sends. */
    final Dompet listening(List<String> sent) {
        return WireRules.freshly(bench(), builder -> builder.listener(to(sent)));
    }

    /** Collects the paths of what a facade sends. */
    static ExchangeListener to(List<String> sent) {
        return exchange -> sent.add(URI.create(exchange.address()).getRawPath());
    }

    /**
     * What the provider has refused since the mark. Another facade may renew a token in the
     * background meanwhile, with the time of before: as many as were not sent by this one are left
     * out.
     *
     * @param sent the paths of what this facade sent
     */
    final List<SeenRequest> refused(List<String> sent) {
        Map<String, Integer> others = new HashMap<>();
        for (SeenRequest seen : bench().seen()) {
            int unused = others.merge(seen.request().path(), 1, Integer::sum);
        }
        for (String path : sent) {
            int unused = others.merge(path, -1, Integer::sum);
        }
        List<SeenRequest> refused = new ArrayList<>();
        for (SeenRequest seen : bench().seen()) {
            if (seen.objection().isPresent()
                    && others.merge(seen.request().path(), -1, Integer::sum) < 0) {
                refused.add(seen);
            }
        }
        return refused;
    }

    /** Where whatever mixes two times is at least an hour off. */
    final void untilMidnight() {
        Instant now = bench().clock.instant();
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        Instant unused = bench().clock.advance(Duration.between(now, midnight));
    }

    /** Fails if the provider has refused what a request says about itself. */
    final void expectAccepted(String situation, List<String> sent) {
        List<SeenRequest> refused = refused(sent);
        expect(
                refused.isEmpty(),
                situation + ": the provider accepts time, signature and token of every request",
                refused);
    }
}
