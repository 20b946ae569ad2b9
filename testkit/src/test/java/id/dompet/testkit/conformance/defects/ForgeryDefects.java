package id.dompet.testkit.conformance.defects;

import static id.dompet.testkit.conformance.defects.BrokenReading.port;
import static id.dompet.testkit.conformance.defects.BrokenSignatures.alsoIf;
import static id.dompet.testkit.conformance.defects.BrokenSignatures.compared;
import static id.dompet.testkit.conformance.defects.BrokenSignatures.remembered;

import id.dompet.sign.Signatures;
import id.dompet.testkit.conformance.forgeries.Forgery;
import java.util.List;

/** Faults: forgeries that are believed, or that do harm. */
final class ForgeryDefects {
    private static final int MANY = 20_000;

    private ForgeryDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "NTF-02",
                        "only the beginning of the signature is compared",
                        compared(BrokenSignatures::beginsAlike),
                        "only a part of the signature is right"),
                Defect.of(
                        "NTF-02",
                        "a signature that is too short is compared as far as it goes",
                        compared(BrokenSignatures::isBeginning),
                        "only a part of the signature is right",
                        "characters of"),
                Defect.of(
                        "NTF-02",
                        "a signature that was right once is right for everything",
                        remembered(request -> List.of()),
                        "an altered notification is believed",
                        "of a genuine one"),
                Defect.of(
                        "NTF-03",
                        "the signature is not checked",
                        compared((expected, received) -> true),
                        "without the provider's signature",
                        "invented"),
                Defect.of(
                        "NTF-03",
                        "a signature of the right length is enough",
                        compared((expected, received) -> received.length() == 2 * expected.length),
                        "invented"),
                Defect.of(
                        "NTF-03",
                        "a notification without a signature is believed",
                        alsoIf(request -> request.header("X-Signature").isEmpty()),
                        "no header X-Signature"),
                Defect.of(
                        "NTF-03",
                        "an empty signature is believed",
                        compared(
                                (expected, received) ->
                                        received.isEmpty()
                                                || Signatures.matchesHex(expected, received)),
                        "believed with"),
                Defect.of(
                        "NTF-03",
                        "one right signature among several is enough",
                        BrokenSignatures.anyOfSeveral(),
                        "twice"),
                Defect.of(
                        "NTF-03",
                        "the key of another merchant in the same process is accepted",
                        new BrokenSignatures.EveryInstancesKey(),
                        "another merchant's key is accepted"),
                Defect.of(
                        "NTF-07",
                        "a signature that was right once is right whatever the result",
                        remembered(BrokenSignatures::withoutResult),
                        "not covered by the signature",
                        "reported as signed"),
                Defect.of(
                        "NTF-11",
                        "an absent signature is an exception",
                        port(
                                genuine ->
                                        (call, inbound) -> {
                                            String unused =
                                                    inbound.onlyHeader("X-Signature").orElseThrow();
                                            return genuine.open(call, inbound);
                                        }),
                        "without an exception",
                        "thrown"),
                Defect.of(
                        "NTF-11",
                        "nesting is followed to any depth",
                        port(
                                genuine ->
                                        (call, inbound) -> {
                                            descend(inbound.body().text(), 0);
                                            return genuine.open(call, inbound);
                                        }),
                        "deep JSON",
                        "without an exception"),
                Defect.of(
                                "NTF-11",
                                "a body that is cut is an exception",
                                port(
                                        genuine ->
                                                (call, inbound) -> {
                                                    if (inbound.body()
                                                            .text()
                                                            .startsWith(
                                                                    "{\"code\":\"00\",\"id\":\"")) {
                                                        String unused =
                                                                inbound.body().text().substring(80);
                                                    }
                                                    return genuine.open(call, inbound);
                                                }),
                                "an altered notification",
                                "without an exception")
                        .among(MANY),
                Defect.of(
                        "NTF-12",
                        "a key for tests was left in",
                        BrokenSignatures.alsoKey("secret"),
                        "forgery that knows the protocol is believed"),
                Defect.of(
                        "NTF-12",
                        "the path is not verified",
                        port(
                                genuine ->
                                        (call, inbound) ->
                                                genuine.open(
                                                        call,
                                                        Forgery.of(inbound)
                                                                .target("/notify/subject", "")
                                                                .request())),
                        "sent to another path"),
                Defect.of(
                        "NTF-12",
                        "the message names the algorithm, and may name none",
                        alsoIf(
                                request ->
                                        request.onlyHeader("X-Signature-Algorithm")
                                                .filter("none"::equalsIgnoreCase)
                                                .isPresent()),
                        "X-Signature-Algorithm",
                        "forgery that knows the protocol is believed"));
    }

    private static int descend(String text, int at) {
        return at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '{')
                ? 1 + descend(text, at + 1)
                : 0;
    }
}
