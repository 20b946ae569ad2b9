package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Payment;
import id.dompet.spi.TimeSource;
import id.dompet.testkit.conformance.Need;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Merchant;
import id.dompet.testkit.conformance.bench.Opened;
import id.dompet.testkit.conformance.bench.Way;
import id.dompet.testkit.conformance.forgeries.Carriers;
import id.dompet.testkit.conformance.forgeries.Carriers.Carrier;
import id.dompet.testkit.conformance.forgeries.Downgrades;
import id.dompet.testkit.conformance.forgeries.Elsewhere;
import id.dompet.testkit.conformance.forgeries.Forgery;
import id.dompet.testkit.conformance.forgeries.ForgeryScan;
import id.dompet.testkit.conformance.forgeries.Garbage;
import id.dompet.testkit.conformance.forgeries.Meaning;
import id.dompet.testkit.conformance.forgeries.Notice;
import id.dompet.testkit.conformance.forgeries.Proof;
import id.dompet.testkit.conformance.forgeries.Truth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** NTF: what somebody else tells the merchant. */
abstract class ForgeryRules extends RepetitionRules {
    /** Another one with {@code -Ddompet.conformance.seed=...}; failures name it. */
    private static final long SEED = Long.getLong("dompet.conformance.seed", 20_261_120L);

    private static final int RESULTS = 20_000;
    private static final Duration QUICKLY = Duration.ofSeconds(2);

    private Carriers carriers() {
        return new Carriers(request -> Opened.by(bench(), request).isTakenForGenuine(), SEED);
    }

    /** Genuine notifications of a module that demands proof; what lacks is said by other rules. */
    private List<Notice> proven() {
        List<Notice> genuine = notices().ofEveryKind();
        if (genuine.isEmpty()) {
            throw notApplicable("no genuine notification is verified: see NTF-01");
        }
        if (new Proof(bench(), SEED).missing(genuine.get(0).request()).isPresent()) {
            throw notApplicable("believed without a signature: see NTF-03");
        }
        return genuine;
    }

    /** What the provider sent: notifications, and what it asks for before it sends one. */
    private List<InboundRequest> requests(List<Notice> genuine) {
        return Stream.concat(
                        genuine.stream().map(Notice::request).limit(2),
                        notices().handshakes().stream().limit(1))
                .toList();
    }

    @Rule(
            id = "NTF-02",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "A notification that was altered is rejected, or says exactly what the genuine"
                            + " one says: 100,000 forgeries, none believed; 10,000 at least where"
                            + " signatures are slow to check.",
            why = "Whoever can alter a notification ships goods that nobody paid for.",
            check =
                    "The signature has to cover every byte that is read, has to be compared in"
                            + " whole and before anything is read; one reading only: no field"
                            + " twice. Where it covers less, or divides its fields by nothing,"
                            + " signed = false.")
    public final void ntf02_alteredIsNotBelieved() {
        List<Notice> genuine = proven();
        for (InboundRequest request : requests(genuine)) {
            for (Carrier carrier : carriers().in(request)) {
                Optional<String> lax = carriers().lax(carrier);
                expect(
                        lax.isEmpty(),
                        "the %s is compared to its last character".formatted(carrier),
                        "believed although only a part of the signature is right: "
                                + lax.orElse(""));
            }
        }
        ForgeryScan.Found found = scan(genuine, bench().scale.forgeries());
        expect(
                found.content().isEmpty(),
                "an altered notification is rejected, or says what the genuine one says",
                "an altered notification is believed: " + found.content().orElse(""));
        evidence(found.tried() + " forgeries of " + genuine.size() + " genuine notifications");
    }

    private ForgeryScan.Found scan(List<Notice> genuine, int count) {
        return new ForgeryScan(bench(), genuine, SEED).read(count);
    }

    @Rule(
            id = "NTF-03",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "A notification without a signature, with an empty, invented or second one, or"
                            + " with another merchant's, is rejected.",
            why = "The address is public: anybody can post to it.",
            check =
                    "InboundRequest.onlyHeader for the signature; an absent one is refused, not"
                            + " skipped; the key is this merchant's.")
    public final void ntf03_proofIsDemanded() {
        List<Notice> genuine = notices().ofEveryKind();
        for (InboundRequest request : requests(genuine)) {
            Optional<String> missing = new Proof(bench(), SEED).missing(request);
            expect(
                    missing.isEmpty(),
                    "nothing is believed without the provider's signature",
                    missing.orElse(""));
        }
        try (Bench other = ownBench()) {
            Payment ours = bench().paid(notices().ways().get(0), PRICE);
            Payment theirs =
                    other.stored(
                            Truth.like(
                                    other.payment(notices().ways().get(0), PRICE),
                                    ours.reference(),
                                    PRICE));
            other.confirm(theirs, other.dompet.pay(theirs));
            boolean unused = other.provider.notifyPayment(theirs.reference());
            for (Merchant.Received received : other.merchant.received()) {
                Opened opened = Opened.by(bench(), received.request());
                expect(
                        !opened.isTakenForGenuine(),
                        "what is signed for another merchant, with another key, is rejected",
                        "another merchant's key is accepted: " + opened);
            }
        }
    }

    @Rule(
            id = "NTF-07",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "A result that the signature does not cover is not believed: the event says"
                            + " signed = false, and core asks the provider.",
            why =
                    "Otherwise a customer who failed to pay turns the notification about it into"
                            + " one about a paid order.",
            check =
                    "PaymentReported.signed: true only if changing the result makes the signature"
                            + " wrong.")
    public final void ntf07_unsignedResultsAreAskedAbout() {
        List<Notice> genuine = proven();
        ForgeryScan.Found found = scan(genuine, Math.min(RESULTS, bench().scale.forgeries()));
        if (found.content().isPresent()) {
            throw notApplicable("more than the result can be altered: see NTF-02");
        }
        expect(
                found.result().isEmpty(),
                "a result that is not covered by the signature is reported with signed = false",
                "an altered result is reported as signed: " + found.result().orElse(""));
    }

    @Rule(
            id = "NTF-11",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "Whatever a stranger sends is answered quickly and without an exception: random"
                            + " bytes, nothing, deep nesting, broken text, cut and altered"
                            + " notifications.",
            why = "An exception or a slow answer lets anybody stop the merchant's server.",
            check =
                    "NotifyPort.open with absent headers, an empty body, broken UTF-8, a body of"
                            + " 64 KiB; catch what parsers throw and limit sizes first.")
    public final void ntf11_garbageIsRejected() {
        List<Notice> genuine = notices().ofEveryKind();
        List<Forgery> garbage =
                Garbage.like(
                        genuine.isEmpty()
                                ? InboundRequest.of("POST", "/", Map.of(), new byte[0])
                                : genuine.get(0).request(),
                        SEED);
        for (Forgery each : garbage) {
            long start = TimeSource.system().nanoTime();
            Opened opened = Opened.by(bench(), each.request());
            Duration taken = Duration.ofNanos(TimeSource.system().nanoTime() - start);
            expect(opened.thrown() == null, each.how() + ": answered without an exception", opened);
            expect(
                    taken.compareTo(QUICKLY) < 0,
                    "%s: answered within %s".formatted(each.how(), QUICKLY),
                    taken);
        }
        if (!genuine.isEmpty()) {
            Optional<String> thrown =
                    scan(genuine, Math.min(RESULTS, bench().scale.forgeries())).thrown();
            expect(
                    thrown.isEmpty(),
                    "an altered notification is rejected, without an exception",
                    thrown.orElse(""));
        }
    }

    @Rule(
            id = "NTF-12",
            needs = {Need.NOTIFY, Need.PAY},
            demands =
                    "Forgeries that only who knows the protocol would think of are not believed:"
                            + " other algorithms, other paths, fields divided elsewhere.",
            why = "Forgers read the provider's documents, too.",
            check =
                    "The forgeries() of the simulated provider: one of them passes. The algorithm"
                            + " comes from the settings, never from the message.")
    public final void ntf12_expertForgeriesAreNotBelieved() {
        List<Notice> genuine = proven();
        if (scan(genuine, Math.min(RESULTS, bench().scale.forgeries())).isBelieved()) {
            throw notApplicable("simpler forgeries are believed: see NTF-02 and NTF-07");
        }
        elsewhere();
        for (Notice notice : genuine) {
            List<Forgery> all = new ArrayList<>(Downgrades.of(carriers().in(notice.request())));
            for (InboundRequest forged : bench().provider.forgeries(notice.request())) {
                all.add(new Forgery(forged, "forgery %d of the simulator's".formatted(all.size())));
            }
            for (Forgery each : all) {
                Opened opened = Opened.by(bench(), each.request());
                boolean harmless =
                        Proof.isKept(notice.request(), each.request())
                                && opened.verified()
                                        .map(said -> Meaning.of(said.event()))
                                        .filter(Meaning::isAskedAbout)
                                        .isPresent();
                expect(
                        !opened.isTakenForGenuine() || harmless,
                        "%s (%s), of one about %s: rejected"
                                .formatted(each.how(), each.request(), notice.meaning()),
                        "a forgery that knows the protocol is believed: " + opened);
                if (harmless) {
                    bench().merchant.forget();
                    HttpResponse unused =
                            bench().dompet.receive(Bench.ID, each.request(), bench().merchant);
                    expectTruth(each.how());
                }
            }
        }
    }

    /** What was signed for another path or time belongs there. */
    private void elsewhere() {
        for (Way way : notices().ways()) {
            Payment paid = bench().paid(way, PRICE);
            notices()
                    .about(paid)
                    .map(notice -> Elsewhere.of(bench(), paid.reference(), notice.request()))
                    .ifPresent(
                            all ->
                                    all.forEach(
                                            each ->
                                                    expect(
                                                            !Opened.by(bench(), each.request())
                                                                    .isTakenForGenuine(),
                                                            each.how()
                                                                    + ", which the signature"
                                                                    + " covers: rejected",
                                                            "believed: " + each.request())));
        }
    }
}
