package id.dompet.testkit.duitku;

/** Codes of the account link calls and of the inquiry (Account Link V1.1, section 8). */
enum ResultCode {
    SUCCESS("00", "SUCCESS"),
    FAILED("01", "Failed"),
    UNEXPECTED("02", "Unexpected error"),
    INVALID_PHONE("03", "Invalid phone number"),
    WRONG_METHOD("04", "Wrong payment method"),
    INVALID_REQUEST("05", "Invalid request"),
    MERCHANT_NOT_FOUND("06", "Merchant not found"),
    METHOD_UNAVAILABLE("07", "Payment method not available"),
    INVALID_RETURN_URL("08", "Invalid return url"),
    INVALID_CUSTOMER_ID("09", "Invalid customer unique id"),
    INVALID_CREDENTIAL("10", "Invalid credential code"),
    INSUFFICIENT_BALANCE("-100", "Insufficient balance");

    private final String code;
    private final String message;

    ResultCode(String code, String message) {
        this.code = code;
        this.message = message;
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }
}
