package id.dompet.testkit.doku;

import id.dompet.testkit.Fault;

/**
 * The rows of SNAP's response table: HTTP status, case code and message (SNAP standard, response
 * codes; DOKU, HTTP Status and Case Code). A response code is status, service code and case in a
 * row, for example {@code 4035414}.
 */
public enum SnapCase {
    /** 200xx00. */
    SUCCESSFUL(200, "00", "Successful"),
    /** 202xx00. */
    REQUEST_IN_PROGRESS(202, "00", "Request In Progress"),
    /** 400xx00. */
    BAD_REQUEST(400, "00", "Bad Request"),
    /** 400xx01. */
    INVALID_FIELD_FORMAT(400, "01", "Invalid Field Format"),
    /** 400xx02. */
    INVALID_MANDATORY_FIELD(400, "02", "Invalid Mandatory Field"),
    /** 400xx03. */
    TRANSACTION_ALREADY_SUCCESS(400, "03", "Transaction Already Success"),
    /** 400xx04. */
    INVALID_PARAMETER(400, "04", "Invalid Parameter"),
    /** 401xx00. */
    UNAUTHORIZED(401, "00", "Unauthorized"),
    /** 401xx01. */
    INVALID_TOKEN(401, "01", "Invalid Token (B2B)"),
    /** 401xx02. */
    INVALID_CUSTOMER_TOKEN(401, "02", "Invalid Customer Token"),
    /** 401xx03. */
    TOKEN_NOT_FOUND(401, "03", "Token Not Found (B2B)"),
    /** 401xx04. */
    CUSTOMER_TOKEN_NOT_FOUND(401, "04", "Customer Token Not Found"),
    /** 403xx00. */
    TRANSACTION_EXPIRED(403, "00", "Transaction Expired"),
    /** 403xx01. */
    FEATURE_NOT_ALLOWED(403, "01", "Feature Not Allowed"),
    /** 403xx02. */
    EXCEEDS_AMOUNT_LIMIT(403, "02", "Exceeds Transaction Amount Limit"),
    /** 403xx03. */
    SUSPECTED_FRAUD(403, "03", "Suspected Fraud"),
    /** 403xx04. */
    ACTIVITY_COUNT_EXCEEDED(403, "04", "Activity Count Limit Exceeded"),
    /** 403xx05. */
    DO_NOT_HONOR(403, "05", "Do Not Honor"),
    /** 403xx06. */
    FEATURE_NOT_ALLOWED_NOW(403, "06", "Feature Not Allowed At This Time"),
    /** 403xx07. */
    CARD_BLOCKED(403, "07", "Card Blocked"),
    /** 403xx08. */
    CARD_EXPIRED(403, "08", "Card Expired"),
    /** 403xx09. */
    DORMANT_ACCOUNT(403, "09", "Dormant Account"),
    /** 403xx10. */
    NEED_TOKEN_LIMIT(403, "10", "Need To Set Token Limit"),
    /** 403xx11. */
    OTP_BLOCKED(403, "11", "OTP Blocked"),
    /** 403xx12. */
    OTP_EXPIRED(403, "12", "OTP Lifetime Expired"),
    /** 403xx13. */
    OTP_SENT(403, "13", "OTP Sent To Cardholder"),
    /** 403xx14. */
    INSUFFICIENT_FUNDS(403, "14", "Insufficient Funds"),
    /** 403xx15. */
    TRANSACTION_NOT_PERMITTED(403, "15", "Transaction Not Permitted"),
    /** 403xx16. */
    SUSPEND_TRANSACTION(403, "16", "Suspend Transaction"),
    /** 403xx17. */
    TOKEN_LIMIT_EXCEEDED(403, "17", "Token Limit Exceeded"),
    /** 403xx18. */
    INACTIVE_ACCOUNT(403, "18", "Inactive Card/Account/Customer"),
    /** 403xx19. */
    MERCHANT_BLACKLISTED(403, "19", "Merchant Blacklisted"),
    /** 403xx20. */
    MERCHANT_LIMIT_EXCEEDED(403, "20", "Merchant Limit Exceed"),
    /** 403xx21. */
    SET_LIMIT_NOT_ALLOWED(403, "21", "Set Limit Not Allowed"),
    /** 403xx22. */
    TOKEN_LIMIT_INVALID(403, "22", "Token Limit Invalid"),
    /** 403xx23. */
    ACCOUNT_LIMIT_EXCEEDED(403, "23", "Account Limit Exceed"),
    /** 404xx00. */
    INVALID_TRANSACTION_STATUS(404, "00", "Invalid Transaction Status"),
    /** 404xx01. */
    TRANSACTION_NOT_FOUND(404, "01", "Transaction Not Found"),
    /** 404xx02. */
    INVALID_ROUTING(404, "02", "Invalid Routing"),
    /** 404xx03. */
    BANK_NOT_SUPPORTED(404, "03", "Bank Not Supported By Switch"),
    /** 404xx04. */
    TRANSACTION_CANCELLED(404, "04", "Transaction Cancelled"),
    /** 404xx05. */
    NOT_REGISTERED_FOR_CARDS(
            404, "05", "Merchant Is Not Registered For Card Registration Services"),
    /** 404xx06. */
    NEED_TO_REQUEST_OTP(404, "06", "Need To Request OTP"),
    /** 404xx07. */
    JOURNEY_NOT_FOUND(404, "07", "Journey Not Found"),
    /** 404xx08. */
    INVALID_MERCHANT(404, "08", "Invalid Merchant"),
    /** 404xx09. */
    NO_ISSUER(404, "09", "No Issuer"),
    /** 404xx10. */
    INVALID_API_TRANSITION(404, "10", "Invalid API Transition"),
    /** 404xx11. */
    INVALID_ACCOUNT(404, "11", "Invalid Card/Account/Customer"),
    /** 404xx12. */
    INVALID_BILL(404, "12", "Invalid Bill/Virtual Account"),
    /** 404xx13. */
    INVALID_AMOUNT(404, "13", "Invalid Amount"),
    /** 404xx14. */
    PAID_BILL(404, "14", "Paid Bill"),
    /** 404xx15. */
    INVALID_OTP(404, "15", "Invalid OTP"),
    /** 404xx16. */
    PARTNER_NOT_FOUND(404, "16", "Partner Not Found"),
    /** 404xx17. */
    INVALID_TERMINAL(404, "17", "Invalid Terminal"),
    /** 404xx18. */
    INCONSISTENT_REQUEST(404, "18", "Inconsistent Request"),
    /** 404xx19. */
    EXPIRED_BILL(404, "19", "Invalid Bill/Virtual Account"),
    /** 405xx00. */
    FUNCTION_NOT_SUPPORTED(405, "00", "Requested Function Is Not Supported"),
    /** 405xx01. */
    OPERATION_NOT_ALLOWED(405, "01", "Requested Operation Is Not Allowed"),
    /** 409xx00. */
    CONFLICT(409, "00", "Conflict"),
    /** 409xx01. */
    DUPLICATE_REFERENCE(409, "01", "Duplicate partnerReferenceNo"),
    /** 429xx00. */
    TOO_MANY_REQUESTS(429, "00", "Too Many Requests"),
    /** 500xx00. */
    GENERAL_ERROR(500, "00", "General Error"),
    /** 500xx01. */
    INTERNAL_SERVER_ERROR(500, "01", "Internal Server Error"),
    /** 500xx02. */
    EXTERNAL_SERVER_ERROR(500, "02", "External Server Error"),
    /** 504xx00. */
    TIMEOUT(504, "00", "Timeout");

    private final int status;
    private final String caseCode;
    private final String message;

    SnapCase(int status, String caseCode, String message) {
        this.status = status;
        this.caseCode = caseCode;
        this.message = message;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The message, without the detail that can follow it. */
    public String message() {
        return message;
    }

    /** The seven digits for one operation, for example {@code 4035414}. */
    public String code(DokuOperation operation) {
        return status + operation.serviceCode() + caseCode;
    }

    /** A fault that answers this case; without effect unless told otherwise. */
    public Fault fault(DokuOperation operation) {
        return Fault.code(code(operation), message);
    }
}
