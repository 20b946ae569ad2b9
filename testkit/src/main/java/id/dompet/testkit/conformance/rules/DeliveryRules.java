package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.http.InboundRequest;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.spi.Capability;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Opened;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.conformance.forgeries.Meaning;
import id.dompet.testkit.conformance.forgeries.Notice;
import id.dompet.testkit.conformance.forgeries.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** NTF: notifications in other spellings, about other amounts, late, and replayed. */
abstract class DeliveryRules extends RedeliveryRules {
    private static final int SPELLINGS = 1_000;

    @Rule(
            id = "NTF-09",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "Genuine notifications are verified however they are written and delivered:"
                            + " headers in other case and more of them, other spelling, five times,"
                            + " twelve hours late.",
            why = "A genuine notification that is refused is a payment nobody hears of.",
            check =
                    "Verify the bytes that came, not a text written anew; ignore headers and fields"
                            + " that are not known; the event id does not depend on the spelling.")
    public final void ntf09_otherSpellingsAreVerified() {
        expectTold();
        List<Notice> genuine = notices().ofEveryKind();
        expectSteadyIds(genuine);
        int read = 0;
        for (Notice notice : genuine) {
            List<InboundRequest> spelled = new ArrayList<>(List.of(notice.request()));
            spelled.addAll(bench().provider.spellings(notice.request()));
            for (int i = 0; i * genuine.size() < SPELLINGS; i++) {
                InboundRequest each = dressed(spelled.get(i % spelled.size()), i);
                Opened opened = Opened.by(bench(), each);
                String what = "a genuine notification in another spelling (%d)".formatted(i);
                expect(opened.verified().isPresent(), what + ": verified", opened);
                expect(
                        Meaning.of(opened.verified().get().event()).equals(notice.meaning())
                                && opened.verified().get().event().id().equals(notice.id()),
                        what + ": says the same, under the same event id",
                        opened);
                read++;
            }
        }
        evidence(read + " spellings");
        for (Way way : notices().ways()) {
            Payment payment = bench().paid(way, PRICE);
            Instant unused = bench().clock.advance(Duration.ofHours(12));
            bench().merchant.forget();
            boolean acknowledged = bench().provider.notifyPayment(payment.reference());
            expect(
                    acknowledged
                            && told(payment).stream()
                                    .anyMatch(told -> told.state() == PaymentOutcome.State.PAID),
                    "a genuine notification that comes twelve hours late, %s: verified, PAID"
                            .formatted(way),
                    bench().merchant.told() + ", answered " + bench().merchant.received());
        }
    }

    /** The same under headers' names in another case, with headers of proxies. */
    private static InboundRequest dressed(InboundRequest genuine, int number) {
        Map<String, List<String>> headers = new TreeMap<>();
        genuine.headers()
                .forEach(
                        (name, values) ->
                                headers.put(
                                        number % 3 == 0
                                                ? name.toLowerCase(Locale.ROOT)
                                                : number % 3 == 1
                                                        ? name.toUpperCase(Locale.ROOT)
                                                        : name,
                                        values));
        headers.put("X-Forwarded-For", List.of("203.0.113." + number % 256, "10.0.0.1"));
        headers.put("X-Request-Id", List.of("request-" + number));
        headers.put("Via", List.of("1.1 proxy"));
        return InboundRequest.of(
                genuine.method(), genuine.target(), headers, genuine.body().bytes());
    }

    @Rule(
            id = "NTF-10",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "A notification about another amount than the merchant's payment has is never"
                            + " PAID.",
            why = "Somebody who pays a tenth gets the goods.",
            check =
                    "The amount is the one that the notification names, read from the field that"
                            + " is signed; never the one that the module was asked about.")
    public final void ntf10_anotherAmountIsNotPaid() {
        for (Way way : notices().ways()) {
            Payment paid = bench().paid(way, PRICE);
            for (Money stored : List.of(Money.idr(250_000), Money.idr(2_500), Money.idr(25_001))) {
                Payment other = Truth.like(paid, paid.reference(), stored);
                bench().merchant.store(other);
                PaymentOutcome unused = bench().status(other);
                bench().merchant.forget();
                boolean acknowledged = bench().provider.notifyPayment(paid.reference());
                for (PaymentOutcome told : told(paid)) {
                    expect(
                            told.state() != PaymentOutcome.State.PAID,
                            "a notification about %s, where the merchant has stored %s, %s: not PAID"
                                    .formatted(PRICE, stored, way),
                            "another amount is taken for the right one: %s, acknowledged: %s"
                                    .formatted(told, acknowledged));
                }
            }
        }
    }

    @Rule(
            id = "NTF-13",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "A notification that is replayed hours later, or after the money went back, is"
                            + " rejected, or the event that it was before.",
            why =
                    "Merchants know replays by the event id; a new one books a payment again whose"
                            + " money has gone back.",
            check = "Event.id: without the day or hour, the clock, or the present state.")
    public final void ntf13_replaysAreTheSameEvent() {
        for (Way way : notices().ways()) {
            Payment payment = bench().paid(way, PRICE);
            Optional<Notice> first = notices().about(payment);
            if (first.isEmpty()) {
                continue; // NTF-01 says so
            }
            expectSteadyIds(List.of(first.get()));
            if (bench().profile().can(way.wallet(), Capability.REFUND)) {
                boolean unused = notices().giveBack(payment);
                expectSameEvent(way, "after the money went back", first.get());
            }
            for (int hours : List.of(1, 5, 20, 48)) {
                Instant unused = bench().clock.advance(Duration.ofHours(hours));
                expectSameEvent(way, hours + " hours after that", first.get());
            }
        }
    }

    private void expectSameEvent(Way way, String when, Notice first) {
        Opened again = Opened.by(bench(), first.request());
        expect(
                again.verified().filter(said -> !said.event().id().equals(first.id())).isEmpty(),
                "a notification replayed %s, %s: rejected, or the same event id"
                        .formatted(when, way),
                "the replay is a new event: " + again);
    }
}
