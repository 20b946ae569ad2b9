package id.dompet.provider.doku;

import static id.dompet.model.Decline.Reason.AMOUNT_NOT_ALLOWED;
import static id.dompet.model.Decline.Reason.BINDING_INVALID;
import static id.dompet.model.Decline.Reason.CUSTOMER_CANCELLED;
import static id.dompet.model.Decline.Reason.CUSTOMER_TOO_LATE;
import static id.dompet.model.Decline.Reason.INSUFFICIENT_FUNDS;
import static id.dompet.model.Decline.Reason.LIMIT_EXCEEDED;
import static id.dompet.model.Decline.Reason.OTHER;
import static id.dompet.model.Decline.Reason.RISK;
import static id.dompet.model.Decline.Reason.WALLET_BLOCKED;
import static id.dompet.provider.doku.Verdict.ACCEPTED;
import static id.dompet.provider.doku.Verdict.ASK;
import static id.dompet.provider.doku.Verdict.CREDENTIALS;
import static id.dompet.provider.doku.Verdict.CUSTOMER_ACTION;
import static id.dompet.provider.doku.Verdict.CUSTOMER_TOKEN;
import static id.dompet.provider.doku.Verdict.INVALID;
import static id.dompet.provider.doku.Verdict.IN_PROGRESS;
import static id.dompet.provider.doku.Verdict.LATER;
import static id.dompet.provider.doku.Verdict.MERCHANT_TOKEN;
import static id.dompet.provider.doku.Verdict.NOT_FOUND;
import static id.dompet.provider.doku.Verdict.OPEN;
import static id.dompet.provider.doku.Verdict.REFUSED;

import id.dompet.model.Decline.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Every case of the SNAP table, whichever service it comes from (apidevportal.aspi-indonesia.or.id,
 * response codes; developers.doku.com, response code SNAP; the last two 400 cases stand in DOKU's
 * Java library only). What has no row here is never final.
 *
 * <p>Some refusals speak of a transaction that exists already ({@code 400xx03}, {@code 404xx14},
 * {@code 404xx18}, {@code 409xx01}). They are a reason to ask, because what exists may be paid.
 */
enum SnapCase {
    SUCCESSFUL(200, "00", ACCEPTED, OTHER, "Successful"),
    IN_PROCESS(202, "00", IN_PROGRESS, OTHER, "Request In Progress"),
    BAD_REQUEST(400, "00", INVALID, OTHER, "Bad Request"),
    FIELD_FORMAT(400, "01", INVALID, OTHER, "Invalid Field Format"),
    MANDATORY_FIELD(400, "02", INVALID, OTHER, "Invalid Mandatory Field"),
    ALREADY_SUCCESS(400, "03", ASK, OTHER, "Transaction Already Success"),
    PARAMETER(400, "04", INVALID, OTHER, "Invalid Parameter"),
    UNAUTHORIZED(401, "00", CREDENTIALS, OTHER, "Unauthorized"),
    INVALID_TOKEN(401, "01", MERCHANT_TOKEN, OTHER, "Invalid Token (B2B)"),
    INVALID_CUSTOMER_TOKEN(401, "02", CUSTOMER_TOKEN, BINDING_INVALID, "Invalid Customer Token"),
    TOKEN_NOT_FOUND(401, "03", MERCHANT_TOKEN, OTHER, "Token Not Found (B2B)"),
    CUSTOMER_TOKEN_NOT_FOUND(
            401, "04", CUSTOMER_TOKEN, BINDING_INVALID, "Customer Token Not Found"),
    EXPIRED(403, "00", REFUSED, CUSTOMER_TOO_LATE, "Transaction Expired"),
    FEATURE(403, "01", REFUSED, OTHER, "Feature Not Allowed"),
    AMOUNT_LIMIT(403, "02", REFUSED, LIMIT_EXCEEDED, "Exceeds Transaction Amount Limit"),
    FRAUD(403, "03", REFUSED, RISK, "Suspected Fraud"),
    ACTIVITY_COUNT(403, "04", REFUSED, LIMIT_EXCEEDED, "Activity Count Limit Exceeded"),
    DO_NOT_HONOR(403, "05", REFUSED, OTHER, "Do Not Honor"),
    FEATURE_NOW(403, "06", REFUSED, OTHER, "Feature Not Allowed At This Time"),
    CARD_BLOCKED(403, "07", REFUSED, WALLET_BLOCKED, "Card Blocked"),
    CARD_EXPIRED(403, "08", REFUSED, OTHER, "Card Expired"),
    DORMANT(403, "09", REFUSED, WALLET_BLOCKED, "Dormant Account"),
    SET_TOKEN_LIMIT(403, "10", REFUSED, LIMIT_EXCEEDED, "Need To Set Token Limit"),
    OTP_BLOCKED(403, "11", REFUSED, WALLET_BLOCKED, "OTP Blocked"),
    OTP_EXPIRED(403, "12", REFUSED, CUSTOMER_TOO_LATE, "OTP Lifetime Expired"),
    OTP_SENT(403, "13", CUSTOMER_ACTION, OTHER, "OTP Sent To Cardholder"),
    FUNDS(403, "14", REFUSED, INSUFFICIENT_FUNDS, "Insufficient Funds"),
    NOT_PERMITTED(403, "15", REFUSED, OTHER, "Transaction Not Permitted"),
    SUSPENDED(403, "16", REFUSED, OTHER, "Suspend Transaction"),
    TOKEN_LIMIT(403, "17", REFUSED, LIMIT_EXCEEDED, "Token Limit Exceeded"),
    INACTIVE(403, "18", REFUSED, WALLET_BLOCKED, "Inactive Card/Account/Customer"),
    BLACKLISTED(403, "19", REFUSED, OTHER, "Merchant Blacklisted"),
    MERCHANT_LIMIT(403, "20", REFUSED, LIMIT_EXCEEDED, "Merchant Limit Exceed"),
    SET_LIMIT(403, "21", REFUSED, OTHER, "Set Limit Not Allowed"),
    TOKEN_LIMIT_INVALID(403, "22", REFUSED, OTHER, "Token Limit Invalid"),
    ACCOUNT_LIMIT(403, "23", REFUSED, LIMIT_EXCEEDED, "Account Limit Exceed"),
    TRANSACTION_STATUS(404, "00", REFUSED, OTHER, "Invalid Transaction Status"),
    TRANSACTION_NOT_FOUND(404, "01", NOT_FOUND, OTHER, "Transaction Not Found"),
    ROUTING(404, "02", REFUSED, OTHER, "Invalid Routing"),
    BANK(404, "03", REFUSED, OTHER, "Bank Not Supported By Switch"),
    CANCELLED(404, "04", REFUSED, CUSTOMER_CANCELLED, "Transaction Cancelled"),
    NO_CARD_REGISTRATION(
            404, "05", REFUSED, OTHER, "Merchant Is Not Registered For Card Registration Services"),
    REQUEST_OTP(404, "06", CUSTOMER_ACTION, OTHER, "Need To Request OTP"),
    JOURNEY(404, "07", REFUSED, OTHER, "Journey Not Found"),
    MERCHANT(404, "08", REFUSED, OTHER, "Invalid Merchant"),
    ISSUER(404, "09", REFUSED, OTHER, "No Issuer"),
    API_TRANSITION(404, "10", REFUSED, OTHER, "Invalid API Transition"),
    ACCOUNT(404, "11", REFUSED, BINDING_INVALID, "Invalid Card/Account/Customer"),
    BILL(404, "12", REFUSED, OTHER, "Invalid Bill/Virtual Account"),
    AMOUNT(404, "13", REFUSED, AMOUNT_NOT_ALLOWED, "Invalid Amount"),
    PAID_BILL(404, "14", ASK, OTHER, "Paid Bill"),
    INVALID_OTP(404, "15", CUSTOMER_ACTION, OTHER, "Invalid OTP"),
    PARTNER(404, "16", REFUSED, OTHER, "Partner Not Found"),
    TERMINAL(404, "17", REFUSED, OTHER, "Invalid Terminal"),
    INCONSISTENT(404, "18", ASK, OTHER, "Inconsistent Request"),
    BILL_EXPIRED(404, "19", REFUSED, OTHER, "Invalid Bill/Virtual Account (expired)"),
    FUNCTION(405, "00", REFUSED, OTHER, "Requested Function Is Not Supported"),
    OPERATION(405, "01", REFUSED, OTHER, "Requested Operation Is Not Allowed"),
    CONFLICT(409, "00", ASK, OTHER, "Conflict"),
    DUPLICATE(409, "01", ASK, OTHER, "Duplicate partnerReferenceNo"),
    TOO_MANY(429, "00", LATER, OTHER, "Too Many Requests"),
    GENERAL_ERROR(500, "00", OPEN, OTHER, "General Error"),
    INTERNAL_ERROR(500, "01", OPEN, OTHER, "Internal Server Error"),
    EXTERNAL_ERROR(500, "02", OPEN, OTHER, "External Server Error"),
    TIMEOUT(504, "00", OPEN, OTHER, "Timeout");

    /** Kept, because every answer is looked up here and {@code values()} copies. */
    private static final List<SnapCase> ALL = List.of(values());

    private final int status;
    private final String caseCode;
    private final Verdict verdict;
    private final Reason reason;
    private final String meaning;

    SnapCase(int status, String caseCode, Verdict verdict, Reason reason, String meaning) {
        this.status = status;
        this.caseCode = caseCode;
        this.verdict = verdict;
        this.reason = reason;
        this.meaning = meaning;
    }

    int status() {
        return status;
    }

    String caseCode() {
        return caseCode;
    }

    Verdict verdict() {
        return verdict;
    }

    /** Why, where the verdict makes it a decline. */
    Reason reason() {
        return reason;
    }

    String meaning() {
        return meaning;
    }

    static Optional<SnapCase> of(SnapCode code) {
        for (SnapCase row : ALL) {
            if (row.status == code.status() && row.caseCode.equals(code.caseCode())) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
