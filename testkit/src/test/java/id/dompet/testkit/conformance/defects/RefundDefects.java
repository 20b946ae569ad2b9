package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenQuestions.refunding;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpRequest.Effect;
import id.dompet.model.Money;
import id.dompet.model.Refund;
import id.dompet.model.RefundOutcome;
import id.dompet.model.UnknownCause;
import id.dompet.spi.Call;
import id.dompet.spi.RefundPort;
import id.dompet.testkit.reference.Answer;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** Faults: refunds that are sent or understood wrongly. */
final class RefundDefects {
    private RefundDefects() {}

    static List<Defect> all() {
        return Stream.of(own(), RefundAnswerDefects.all()).flatMap(List::stream).toList();
    }

    private static List<Defect> own() {
        return List.of(
                Defect.of(
                        "RFD-01",
                        "nobody ever says that the money went back",
                        refunding(RefundDefects::neverDone, RefundDefects::neverDoneLater),
                        "says REFUNDED"),
                Defect.of(
                        "RFD-02",
                        "the whole payment goes back, whatever was asked for",
                        refunding(
                                (port, call, refund) ->
                                        port.refund(call, of(refund, refund.payment().amount()))),
                        "refund of IDR 10000"),
                Defect.of(
                        "RFD-03",
                        "every request gets a reference of its own",
                        renamed(),
                        "goes back once"),
                Defect.of(
                        "RFD-03",
                        "a refund that exists is a decline",
                        BrokenQuestions.sending(
                                BrokenQuestions.REFUND,
                                (call, request) -> {
                                    var answer = call.send(request);
                                    return BrokenCharges.hasCode(answer, "40")
                                            ? BrokenCharges.code("52")
                                            : answer;
                                }),
                        "sent again",
                        "Declined"),
                Defect.of(
                        "RFD-04",
                        "a refund of too much is cut to what is left",
                        cutToWhatIsLeft(),
                        "went back",
                        "DECLINED or InvalidRequest"),
                Defect.of(
                        "RFD-04",
                        "a refusal of too much is not understood",
                        refused(true, RefundDefects::unknown),
                        "went back",
                        "DECLINED or InvalidRequest"),
                Defect.of(
                        "RFD-05",
                        "a refusal of an unpaid payment is not understood",
                        refused(false, RefundDefects::unknown),
                        "never sent",
                        "DECLINED or InvalidRequest"),
                Defect.of(
                        "RFD-05",
                        "a refund of an unpaid payment is being worked on",
                        refused(false, BrokenQuestions::working),
                        "never sent",
                        "DECLINED or InvalidRequest"),
                Defect.of(
                        "RFD-11",
                        "a refund that the provider does not know is a decline",
                        refunding(
                                RefundPort::refund,
                                (port, call, refund) -> {
                                    RefundOutcome outcome = port.refundStatus(call, refund);
                                    return outcome instanceof RefundOutcome.NotFound
                                            ? BrokenQuestions.declined(refund)
                                            : outcome;
                                }),
                        "never sent",
                        "NOT_FOUND"),
                Defect.of(
                        "RFD-11",
                        "asking about a refund sends it",
                        sendingWhenAsked(),
                        "never sent",
                        "REFUND request"),
                Defect.of("RFD-12", "amounts go through a float", throughFloat(), "IDR 33333337"));
    }

    private static RefundOutcome neverDone(RefundPort port, Call call, Refund refund) {
        return notDone(refund, port.refund(call, refund));
    }

    private static RefundOutcome neverDoneLater(RefundPort port, Call call, Refund refund) {
        return notDone(refund, port.refundStatus(call, refund));
    }

    private static RefundOutcome notDone(Refund refund, RefundOutcome outcome) {
        return outcome instanceof RefundOutcome.Refunded done
                        && done.amount().equals(refund.amount())
                ? BrokenQuestions.working(refund)
                : outcome;
    }

    private static RefundOutcome unknown(Refund refund) {
        return new RefundOutcome.Unknown(UnknownCause.UNRECOGNISED_CODE, "/refund: 52");
    }

    private static Refund of(Refund refund, Money amount) {
        return new Refund(
                refund.reference(), refund.payment(), amount, refund.reason(), refund.createdAt());
    }

    private static Hooks renamed() {
        Map<String, String> names = new ConcurrentHashMap<>();
        AtomicInteger number = new AtomicInteger();
        return refunding(
                (port, call, refund) -> {
                    names.put(refund.reference(), "R-" + number.incrementAndGet());
                    return port.refund(call, under(refund, names));
                },
                (port, call, refund) -> port.refundStatus(call, under(refund, names)));
    }

    private static Refund under(Refund refund, Map<String, String> names) {
        return new Refund(
                names.getOrDefault(refund.reference(), refund.reference()),
                refund.payment(),
                refund.amount(),
                refund.reason(),
                refund.createdAt());
    }

    /** What is made of a refusal, for payments of which something went back already or nothing. */
    private static Hooks refused(boolean again, Function<Refund, RefundOutcome> wrong) {
        Set<String> given = ConcurrentHashMap.newKeySet();
        return refunding(
                (port, call, refund) -> {
                    RefundOutcome outcome = port.refund(call, refund);
                    String payment = refund.payment().reference();
                    if (outcome instanceof RefundOutcome.Refunded) {
                        given.add(payment);
                    }
                    return outcome instanceof RefundOutcome.Declined
                                    && given.contains(payment) == again
                            ? wrong.apply(refund)
                            : outcome;
                });
    }

    private static Hooks cutToWhatIsLeft() {
        Map<String, BigDecimal> given = new ConcurrentHashMap<>();
        return refunding(
                (port, call, refund) -> {
                    String payment = refund.payment().reference();
                    BigDecimal left =
                            refund.payment()
                                    .amount()
                                    .amount()
                                    .subtract(given.getOrDefault(payment, BigDecimal.ZERO));
                    BigDecimal asked = refund.amount().amount();
                    BigDecimal cut = left.signum() > 0 ? asked.min(left) : asked;
                    RefundOutcome outcome =
                            port.refund(
                                    call, of(refund, new Money(cut, refund.amount().currency())));
                    if (outcome instanceof RefundOutcome.Refunded) {
                        given.merge(payment, cut, BigDecimal::add);
                    }
                    return outcome;
                });
    }

    private static Hooks sendingWhenAsked() {
        return new Hooks() {
            @Override
            public RefundPort refund(RefundPort genuine, Parts parts) {
                return BrokenQuestions.port(
                        genuine,
                        RefundPort::refund,
                        (port, call, refund) -> {
                            RefundOutcome outcome = port.refundStatus(call, refund);
                            if (outcome instanceof RefundOutcome.NotFound) {
                                Answer unused =
                                        parts.client()
                                                .ask(
                                                        call,
                                                        BrokenQuestions.REFUND,
                                                        Effect.NONE,
                                                        Map.of(
                                                                "refund", refund.reference(),
                                                                "reference",
                                                                        refund.payment()
                                                                                .reference(),
                                                                "amount",
                                                                        refund.amount()
                                                                                .decimalText()));
                            }
                            return outcome;
                        });
            }
        };
    }

    private static Hooks throughFloat() {
        return new Hooks() {
            @Override
            public HttpRequest unsigned(HttpRequest genuine) {
                if (!BrokenQuestions.isTo(genuine, BrokenQuestions.REFUND)) {
                    return genuine;
                }
                String text = genuine.body().text();
                String exact = StatusAnswerDefects.value("amount", text);
                String rounded =
                        new BigDecimal(Float.parseFloat(exact)).setScale(2).toPlainString();
                return new HttpRequest(
                        genuine.method(),
                        genuine.uri(),
                        genuine.headers(),
                        Body.utf8(text.replace(exact, rounded)),
                        genuine.effect());
            }
        };
    }
}
