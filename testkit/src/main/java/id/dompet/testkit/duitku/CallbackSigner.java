package id.dompet.testkit.duitku;

/** Signs callbacks of one scheme, rightly and wrongly. */
final class CallbackSigner {

    private final DuitkuSignatures signatures;
    private final SignatureScheme scheme;

    CallbackSigner(DuitkuSignatures signatures, SignatureScheme scheme) {
        this.signatures = signatures;
        this.scheme = scheme;
    }

    /** Callback and Redirect, section 5: merchant code, amount, order id. */
    String sign(CallbackForm form) {
        return signWith(scheme, form);
    }

    String signWith(SignatureScheme other, CallbackForm form) {
        return signatures.callback(
                other,
                form.value("merchantCode"),
                form.value("amount"),
                form.value("merchantOrderId"));
    }

    /** The order of the inquiry, which Account Link V1.1, section 7, prints by mistake. */
    String signInInquiryOrder(CallbackForm form) {
        return signatures.callback(
                scheme,
                form.value("merchantCode"),
                form.value("merchantOrderId"),
                form.value("amount"));
    }
}
