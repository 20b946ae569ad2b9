package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.model.Payment;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.conformance.forgeries.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** NTF: the same event, told again later. */
abstract class RedeliveryRules extends NotificationRules {
    private static final Duration LATER = Duration.ofMinutes(7);

    @Rule(
            id = "NTF-40",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "An event that the provider tells again later, signed anew with the time of that"
                            + " delivery, has the same event id.",
            why =
                    "Deliveries are repeated until they are acknowledged. With a new id for each, a"
                            + " merchant who remembers ids books the payment as often as it was"
                            + " told.",
            check =
                    "Event.id: not made from the time of signing, the signature, a header or the"
                            + " bytes of the body.")
    public final void ntf40_redeliveriesAreTheSameEvent() {
        for (Way way : notices().ways()) {
            Payment paid = bench().paid(way, PRICE);
            Optional<Notice> first = notices().about(paid);
            expectSteadyIds(first.stream().toList());
            Optional<Notice> atOnce = notices().about(paid);
            if (first.isPresent() && !atOnce.map(Notice::id).equals(first.map(Notice::id))) {
                throw notApplicable("event ids change from delivery to delivery: see NTF-05");
            }
            Instant unused = bench().clock.advance(LATER);
            Optional<Notice> again = notices().about(paid);
            if (first.isEmpty() || again.isEmpty()) {
                throw notApplicable("no genuine notification is verified: see NTF-01");
            }
            expect(
                    first.get().id().equals(again.get().id()),
                    "the same event by %s, told again and signed anew %d minutes later: one event id"
                            .formatted(way, LATER.toMinutes()),
                    "two ids: " + first.get().id() + ", " + again.get().id());
        }
    }
}
