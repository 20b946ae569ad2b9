package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;
import static id.dompet.testkit.conformance.bench.Expect.expectRequests;

import id.dompet.Dompet;
import id.dompet.model.Decline;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Payer;
import id.dompet.testkit.conformance.bench.Tried;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.simulated.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** PAY: charges whose link or tokens have ended. */
abstract class PaymentTokenRules extends PaymentTimeRules {
    /** Core renews these in the background, too, with the time of before. */
    private static final Set<Operation> TOKENS =
            EnumSet.of(Operation.TOKEN, Operation.CUSTOMER_TOKEN);

    /** Two repeats of a charge, each with a new token of either kind, and some room. */
    private static final int MOST_REQUESTS = 12;

    @Rule(
            id = "PAY-09",
            needs = Need.PAY_FROM_LINK,
            demands =
                    "A charge through a link that has ended is DECLINED with BINDING_INVALID, or"
                            + " BindingUnusable before anything is sent; nothing is charged.",
            why = "The shop has to ask the customer to link again, not to pay in another way.",
            check = "The codes for a link that has ended, and a credential that is not there.")
    public final void pay09_aLinkThatEndedCannotBeCharged() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            if (!way.isLinked()) {
                continue;
            }
            Payer unlinked = new Payer(bench, way);
            unlinked.wallet().unlinkInApp();
            expectLinkEnded(way + ", unlinked in the wallet's app", bench.dompet, unlinked);

            Payer forgotten = new Payer(bench, way);
            bench.store
                    .contents()
                    .forEach(
                            (key, credential) -> {
                                if (credential
                                        .owner()
                                        .filter(forgotten.customer().reference()::equals)
                                        .isPresent()) {
                                    bench.store.delete(key);
                                }
                            });
            Dompet fresh = bench.open(bench.config());
            bench.mark();
            expectLinkEnded(way + ", the credential is lost", fresh, forgotten);
            expectRequests(bench, way + ", the credential is lost", Operation.PAY, 0);
        }
    }

    @Rule(
            id = "PAY-10",
            needs = Need.PAY,
            demands =
                    "A token that the provider refuses is renewed and the charge signed anew, once"
                            + " for each kind; when new ones are refused too, pay gives up.",
            why = "Tokens end early, and a loop against a provider that says no gets us blocked.",
            check = "Credentials.refused after HTTP 401, and what ends the repetition.")
    public final void pay10_refusedTokensAreRenewedOnce() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            Dompet alone = bench.withoutTokens(UnaryOperator.identity());
            expectPaid(way + " before the tokens are refused", alone, payer);
            bench.provider.revokeTokens();
            try {
                expectPaid(way + " when the tokens are refused", alone, payer);
                expectGivenUp(payer);
            } finally {
                // Whatever was refused here has expired, too, so that no other rule meets it.
                Instant unused = bench.clock.advance(Duration.ofDays(1));
            }
        }
    }

    @Rule(
            id = "PAY-18",
            needs = Need.PAY,
            demands =
                    "After a quiet day, with idle connections closed and tokens expired, a payment"
                            + " works and is charged once.",
            why = "Small shops sell once a day; their first customer is not a test.",
            check = "The life of tokens as the provider states it, in its unit.")
    public final void pay18_aQuietDayDoesNotMatter() {
        Bench bench = bench();
        for (Way way : bench.ways()) {
            Payer payer = new Payer(bench, way);
            expectPaid(way + " before a quiet day", bench.dompet, payer);
            Instant unused = bench.clock.advance(Duration.ofDays(1));
            bench.provider.dropConnections();
            expectPaid(way + " after a quiet day", bench.dompet, payer);
            bench.provider.dropConnections();
            expectPaid(way + " after idle connections were closed", bench.dompet, payer);
            for (Duration quiet : List.of(Duration.ofMinutes(20), Duration.ofHours(2))) {
                unused = bench.clock.advance(quiet);
                String when = way + " after " + quiet.toMinutes() + " quiet minutes";
                bench.mark();
                expectPaid(when, bench.dompet, payer);
                expect(
                        bench.seen().stream()
                                .filter(seen -> !TOKENS.contains(seen.operation()))
                                .allMatch(seen -> seen.objection().isEmpty()),
                        when + ": no token that has ended is sent",
                        bench.seen());
            }
        }
    }

    private void expectPaid(String when, Dompet through, Payer payer) {
        Payment payment = payer.next(PRICE);
        Tried tried = Tried.of(() -> through.pay(payment));
        tried.expect(when, "PAID", "AWAITING_CUSTOMER", "PROCESSING");
        bench().confirm(payment, (PaymentOutcome) tried.value().orElseThrow());
        expectCharged(when, payment, payer);
    }

    private void expectLinkEnded(String when, Dompet through, Payer payer) {
        Payment payment = payer.next(PRICE);
        Tried tried = Tried.of(() -> through.pay(payment));
        tried.expect(when, "DECLINED", "BindingUnusable");
        if (tried.value().orElse("") instanceof PaymentOutcome.Declined declined) {
            expect(
                    declined.decline().reason() == Decline.Reason.BINDING_INVALID,
                    when + ": the reason is BINDING_INVALID",
                    declined.decline().reason());
        }
        expectNothingCharged(when, payment);
    }

    /** Every token is refused as soon as it has been issued. */
    private void expectGivenUp(Payer payer) {
        Bench bench = bench();
        Dompet refused =
                bench.withoutTokens(
                        builder -> builder.listener(exchange -> bench.provider.revokeTokens()));
        Payment payment = payer.next(PRICE);
        bench.provider.revokeTokens();
        bench.mark();
        Tried tried = Tried.of(() -> refused.pay(payment));
        if (bench.count(Operation.TOKEN) + bench.count(Operation.CUSTOMER_TOKEN) == 0) {
            return;
        }
        String when = payer + " when every token is refused";
        tried.expect(
                when,
                "CredentialsRefused",
                "Unavailable",
                "BindingUnusable",
                "UNKNOWN",
                "DECLINED");
        if (tried.value().orElse("") instanceof PaymentOutcome.Declined declined) {
            expect(
                    declined.decline().reason() == Decline.Reason.BINDING_INVALID,
                    when + ": not declined but for a link that has ended",
                    declined.decline().reason());
        }
        expect(
                bench.seen().size() <= MOST_REQUESTS,
                when + ": at most " + MOST_REQUESTS + " requests",
                bench.seen().size() + " requests");
        expectNothingCharged(when, payment);
        bench.provider.clearFaults();
    }
}
