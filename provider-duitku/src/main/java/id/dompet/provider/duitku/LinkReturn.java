package id.dompet.provider.duitku;

import id.dompet.model.BindAttempt;
import id.dompet.model.Decline;
import id.dompet.model.Decline.Reason;
import id.dompet.model.PhoneNumber;
import id.dompet.spi.ProviderText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the customer's browser brought back from linking: {@code resultCode}, {@code phoneNumber}
 * and {@code state} in Account Link V1.1, section 1; {@code credentialCode} and {@code
 * customerUniqueId} in the official npm package and its sample application. Any of the first three
 * may be missing. Nothing of it is signed.
 */
final class LinkReturn {
    private static final String SUCCESS = "00";
    private static final String CANCELLED = "02";
    private static final int MAX_CODE = 50;
    private static final Pattern MASKED = Pattern.compile("[0-9+xX*]{8,20}");

    private final Map<String, String> returned;

    LinkReturn(Map<String, String> returned) {
        this.returned = returned;
    }

    /** The code, if there is one that can be one: opaque, 1 to 50 characters (section 2). */
    Optional<String> credentialCode() {
        return parameter("credentialCode").filter(LinkReturn::isCredentialCode);
    }

    /** Why this return links nothing; empty if nothing speaks against it. */
    Optional<Decline> refusal(BindAttempt attempt) {
        Optional<String> result = parameter("resultCode");
        Optional<String> code = parameter("credentialCode");
        if (result.isPresent() && !result.get().equals(SUCCESS)) {
            return Optional.of(failed(result.get()));
        }
        if (code.isPresent() && !isCredentialCode(code.get())) {
            return decline(Reason.OTHER, "the credentialCode is not 1 to 50 printable characters");
        }
        if (parameter("customerUniqueId")
                .filter(who -> !who.equals(attempt.customer().reference()))
                .isPresent()) {
            return decline(Reason.NOT_THIS_ATTEMPT, "the return URL names another customer");
        }
        if (parameter("phoneNumber")
                .filter(phone -> !isSame(phone, attempt.customer().phone()))
                .isPresent()) {
            return decline(Reason.NOT_THIS_ATTEMPT, "the return URL names another phone number");
        }
        if (code.isEmpty() && result.isEmpty()) {
            // No document says how a customer who gives up comes back; this is the likeliest way.
            // Completing again with a code is still possible: nothing was stored.
            return decline(Reason.NOT_COMPLETED, "the customer came back without a credentialCode");
        }
        return Optional.empty();
    }

    /**
     * Codes of a failed return are not documented. {@code 02} is taken for "cancelled", as in the
     * payment redirect, the other URL that Duitku sends browsers to.
     */
    private static Decline failed(String result) {
        return new Decline(
                result.equals(CANCELLED) ? Reason.CUSTOMER_CANCELLED : Reason.OTHER,
                ProviderText.code(result),
                "the return URL says that the wallet was not linked");
    }

    private static boolean isCredentialCode(String code) {
        return code.length() <= MAX_CODE && code.chars().noneMatch(Character::isISOControl);
    }

    /** The same number in any spelling, or one whose visible digits agree. */
    private static boolean isSame(String returned, PhoneNumber expected) {
        try {
            return PhoneNumber.of(returned).equals(expected);
        } catch (IllegalArgumentException e) {
            String masked = returned.replaceAll("[ ().-]", "");
            String local = expected.local();
            String international = expected.international();
            return MASKED.matcher(masked).matches()
                    && List.of(local, local.substring(1), international, "+" + international)
                            .stream()
                            .anyMatch(spelling -> agrees(masked, spelling));
        }
    }

    private static boolean agrees(String masked, String spelling) {
        if (masked.length() != spelling.length()) {
            return false;
        }
        for (int i = 0; i < masked.length(); i++) {
            char shown = masked.charAt(i);
            boolean hidden = shown == 'x' || shown == 'X' || shown == '*';
            if (!hidden && shown != spelling.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** By its exact name, else by the only name that differs in case; empty text is absent. */
    private Optional<String> parameter(String name) {
        String exact = returned.get(name);
        if (exact != null) {
            return Optional.of(exact).filter(text -> !text.isBlank());
        }
        List<String> others =
                returned.entrySet().stream()
                        .filter(each -> each.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .toList();
        return others.size() == 1
                ? Optional.of(others.get(0)).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static Optional<Decline> decline(Reason reason, String explanation) {
        return Optional.of(Decline.of(reason, explanation));
    }
}
