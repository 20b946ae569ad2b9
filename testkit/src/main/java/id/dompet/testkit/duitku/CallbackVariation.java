package id.dompet.testkit.duitku;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** A way in which a callback differs from the genuine one. Immutable. */
public final class CallbackVariation {

    private final String name;
    private final BiFunction<CallbackForm, CallbackSigner, CallbackForm> change;

    private CallbackVariation(
            String name, BiFunction<CallbackForm, CallbackSigner, CallbackForm> change) {
        this.name = name;
        this.change = change;
    }

    static CallbackVariation genuine() {
        return new CallbackVariation("genuine", (form, signer) -> form);
    }

    /** The same parameters, last one first; still genuine. */
    public static CallbackVariation reordered() {
        return new CallbackVariation(
                "reordered",
                (form, signer) -> {
                    List<Map.Entry<String, String>> fields = new ArrayList<>(form.fields());
                    Collections.reverse(fields);
                    return new CallbackForm(fields);
                });
    }

    /** Another amount under the old signature. */
    public static CallbackVariation tamperedAmount(long amount) {
        return tampered("amount", Long.toString(amount));
    }

    /** Another result code; the signature does not cover it, so it still verifies. */
    public static CallbackVariation changedResultCode(String resultCode) {
        return tampered("resultCode", resultCode);
    }

    /** Any parameter changed under the old signature. */
    public static CallbackVariation tampered(String parameter, String value) {
        return new CallbackVariation(
                "tampered " + parameter, (form, signer) -> form.with(parameter, value));
    }

    /** Another merchant's code, rightly signed with this merchant's key. */
    public static CallbackVariation otherMerchant(String merchantCode) {
        return new CallbackVariation(
                "other merchant",
                (form, signer) -> {
                    CallbackForm other = form.with("merchantCode", merchantCode);
                    return other.with("signature", signer.sign(other));
                });
    }

    /** Another amount, rightly signed. */
    public static CallbackVariation signedAmount(String amount) {
        return new CallbackVariation(
                "signed amount",
                (form, signer) -> {
                    CallbackForm other = form.with("amount", amount);
                    return other.with("signature", signer.sign(other));
                });
    }

    /** Signed over order id before amount, the order of the inquiry. */
    public static CallbackVariation wrongOrderSignature() {
        return new CallbackVariation(
                "wrong order signature",
                (form, signer) -> form.with("signature", signer.signInInquiryOrder(form)));
    }

    /** The right signature in upper case. */
    public static CallbackVariation upperCaseSignature() {
        return new CallbackVariation(
                "upper-case signature",
                (form, signer) ->
                        form.with("signature", form.value("signature").toUpperCase(Locale.ROOT)));
    }

    /** Signed with this scheme, whatever the setting. */
    public static CallbackVariation signedWith(SignatureScheme scheme) {
        return new CallbackVariation(
                "signed with " + scheme,
                (form, signer) -> form.with("signature", signer.signWith(scheme, form)));
    }

    /** Without one parameter. */
    public static CallbackVariation without(String parameter) {
        return new CallbackVariation(
                "without " + parameter, (form, signer) -> form.without(parameter));
    }

    /** With a parameter no document knows; still genuine. */
    public static CallbackVariation extraParameter(String parameter, String value) {
        return new CallbackVariation(
                "extra " + parameter, (form, signer) -> form.plus(parameter, value));
    }

    /** With a second value for a parameter it has already. */
    public static CallbackVariation duplicateKey(String parameter, String value) {
        return new CallbackVariation(
                "duplicate " + parameter, (form, signer) -> form.plus(parameter, value));
    }

    /** This variation, then another. */
    public CallbackVariation and(CallbackVariation next) {
        return new CallbackVariation(
                name + ", " + next.name,
                (form, signer) -> next.change.apply(change.apply(form, signer), signer));
    }

    CallbackForm apply(CallbackForm form, CallbackSigner signer) {
        return change.apply(form, signer);
    }

    @Override
    public String toString() {
        return name;
    }
}
