package id.dompet.testkit.duitku;

import id.dompet.http.InboundRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Callbacks that Duitku did not send: the signature covers little, separates nothing, and had
 * another algorithm once. Those with a right signature say something else about the payment, so
 * whoever believes them without asking is found out.
 */
final class DuitkuForgeries {

    private final DuitkuSignatures rightKey;
    private final DuitkuSignatures otherKey;
    private final DuitkuSignatures codeAsKey;
    private final SignatureScheme scheme;
    private final SignatureScheme otherScheme;

    DuitkuForgeries(String apiKey, SignatureScheme scheme) {
        String code = SimulatedDuitku.MERCHANT_CODE;
        this.rightKey = new DuitkuSignatures(code, apiKey);
        this.otherKey = new DuitkuSignatures(code, "0123456789ABCDEF0123456789ABCDEF");
        this.codeAsKey = new DuitkuSignatures(code, code);
        this.scheme = scheme;
        this.otherScheme =
                scheme == SignatureScheme.LEGACY
                        ? SignatureScheme.HMAC_SHA256
                        : SignatureScheme.LEGACY;
    }

    List<InboundRequest> of(InboundRequest genuine) {
        CallbackForm form = CallbackForm.read(genuine.body().text());
        List<CallbackForm> forged = new ArrayList<>();
        forged.addAll(otherResults(form));
        forged.addAll(dividedElsewhere(form));
        // The result is the other one, so that belief shows.
        CallbackForm lie = form.with("resultCode", opposite(form.value("resultCode")));
        signatures(lie).forEach(signature -> forged.add(lie.with("signature", signature)));
        forged.add(lie.without("signature"));
        forged.add(lie.plus("signature", form.value("signature")).with("signature", ""));
        forged.addAll(twice(form));
        return forged.stream().map(each -> DuitkuSpellings.with(genuine, each.encoded())).toList();
    }

    /** Callback and Redirect, section 5: the result is not signed. */
    private static List<CallbackForm> otherResults(CallbackForm form) {
        String genuine = form.value("resultCode");
        return Stream.of("00", "01", "02", "0", "000", "", " 00")
                .filter(code -> !code.equals(genuine))
                .map(code -> form.with("resultCode", code))
                .toList();
    }

    /** Nothing separates what is signed: the same characters, divided in other places. */
    private static List<CallbackForm> dividedElsewhere(CallbackForm form) {
        String code = form.value("merchantCode");
        String amount = form.value("amount");
        String order = form.value("merchantOrderId");
        List<CallbackForm> forged = new ArrayList<>();
        for (int cut = 1; cut < amount.length(); cut++) {
            forged.add(
                    form.with("amount", amount.substring(0, cut))
                            .with("merchantOrderId", amount.substring(cut) + order));
            forged.add(
                    form.with("merchantCode", code + amount.substring(0, cut))
                            .with("amount", amount.substring(cut)));
        }
        for (int cut = 1; cut < code.length(); cut++) {
            forged.add(
                    form.with("merchantCode", code.substring(0, cut))
                            .with("amount", code.substring(cut) + amount));
        }
        for (int cut = 1; cut < order.length(); cut++) {
            forged.add(
                    form.with("amount", amount + order.substring(0, cut))
                            .with("merchantOrderId", order.substring(cut)));
        }
        return forged;
    }

    private List<String> signatures(CallbackForm form) {
        String code = form.value("merchantCode");
        String amount = form.value("amount");
        String order = form.value("merchantOrderId");
        String right = rightKey.callback(scheme, code, amount, order);
        return List.of(
                rightKey.callback(otherScheme, code, amount, order),
                rightKey.inquiry(scheme, order, amount),
                rightKey.status(scheme, order),
                rightKey.paymentMethods(SignatureScheme.LEGACY, amount, order),
                otherKey.callback(scheme, code, amount, order),
                codeAsKey.callback(scheme, code, amount, order),
                codeAsKey.callback(otherScheme, code, amount, order),
                right.substring(0, right.length() / 2),
                right + right,
                right.substring(1) + right.charAt(0),
                new StringBuilder(right).reverse().toString(),
                right.toUpperCase(Locale.ROOT) + " ",
                "0".repeat(right.length()),
                "");
    }

    /** A name that comes twice: whoever reads one value may have verified the other. */
    private static List<CallbackForm> twice(CallbackForm form) {
        return List.of(
                form.plus("resultCode", opposite(form.value("resultCode"))),
                form.plus("amount", form.value("amount") + "0"),
                form.plus("merchantOrderId", "order-of-somebody-else"),
                form.plus("merchantCode", "D9999"));
    }

    private static String opposite(String resultCode) {
        return resultCode.equals("00") ? "01" : "00";
    }
}
