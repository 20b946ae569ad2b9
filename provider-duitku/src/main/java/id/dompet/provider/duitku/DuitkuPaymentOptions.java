package id.dompet.provider.duitku;

import id.dompet.model.PaymentOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an inquiry of Duitku's can carry and no other provider knows. Immutable and thread-safe;
 * {@code toString} shows no content.
 *
 * @param additionalParam comes back in the notification's field {@code additionalParam}; 1 to 255
 *     characters, URL-encoded by the merchant (docs.duitku.com, inquiry)
 * @param billingAddress sent as {@code customerDetail.billingAddress}
 * @param shippingAddress sent as {@code customerDetail.shippingAddress}
 */
public record DuitkuPaymentOptions(
        Optional<String> additionalParam,
        Optional<Address> billingAddress,
        Optional<Address> shippingAddress)
        implements PaymentOption {
    private static final Pattern URL_ENCODED = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /**
     * A postal address (docs.duitku.com, customer detail). No field is mandatory: leave text empty
     * where there is nothing to say.
     *
     * @param firstName at most 50 characters
     * @param lastName at most 50 characters
     * @param street at most 50 characters; sent as {@code address}
     * @param city at most 50 characters
     * @param postalCode at most 50 characters
     * @param phone at most 50 characters
     * @param countryCode at most 50 characters, e.g. {@code ID}; the documents speak of ISO 3166-1
     *     alpha-3 and show two letters, so it is sent as it is
     */
    public record Address(
            String firstName,
            String lastName,
            String street,
            String city,
            String postalCode,
            String phone,
            String countryCode) {
        private static final int MAX = 50;

        /**
         * Refuses overlong text and control characters.
         *
         * @throws IllegalArgumentException naming the field
         */
        public Address {
            require("firstName", firstName);
            require("lastName", lastName);
            require("street", street);
            require("city", city);
            require("postalCode", postalCode);
            require("phone", phone);
            require("countryCode", countryCode);
        }

        private static void require(String field, String text) {
            if (text.length() > MAX || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "address field "
                                + field
                                + " must have at most "
                                + MAX
                                + " characters, none of them control characters");
            }
        }

        @Override
        public String toString() {
            return "Address[***]";
        }
    }

    /**
     * Refuses an additional parameter that is not URL-encoded.
     *
     * @throws IllegalArgumentException naming the field
     */
    public DuitkuPaymentOptions {
        if (additionalParam.isPresent() && !URL_ENCODED.matcher(additionalParam.get()).matches()) {
            throw new IllegalArgumentException(
                    "additionalParam must be 1 to 255 characters, URL-encoded: no spaces, control"
                            + " characters or characters outside ASCII");
        }
    }

    /** An option with the additional parameter alone. */
    public static DuitkuPaymentOptions ofAdditionalParam(String additionalParam) {
        return new DuitkuPaymentOptions(
                Optional.of(additionalParam), Optional.empty(), Optional.empty());
    }

    /** {@code duitku}. */
    @Override
    public String providerType() {
        return DuitkuPlugin.TYPE;
    }

    @Override
    public String toString() {
        return "DuitkuPaymentOptions[***]";
    }
}
