package id.dompet.testkit.doku;

import id.dompet.model.Wallet;
import id.dompet.testkit.RecordedRequest;
import id.dompet.testkit.SignatureVerdict;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import java.util.Optional;

/** Neutral words for what DOKU calls otherwise. */
final class Neutral {

    private Neutral() {}

    static DokuChannel channel(Wallet wallet) {
        return switch (wallet.code()) {
            case "OVO" -> DokuChannel.OVO;
            case "ALLO" -> DokuChannel.ALLO;
            case "CIMB" -> DokuChannel.CIMB;
            case "DANA" -> DokuChannel.DANA;
            case "SHOPEEPAY" -> DokuChannel.SHOPEE_PAY;
            default -> throw new IllegalArgumentException("the simulated DOKU has no " + wallet);
        };
    }

    /** Empty for what DOKU does not have. */
    static Optional<DokuOperation> doku(Operation operation) {
        return switch (operation) {
            case BIND -> Optional.of(DokuOperation.ACCOUNT_BINDING);
            case COMPLETE_BIND, CUSTOMER_TOKEN -> Optional.of(DokuOperation.TOKEN_B2B2C);
            case UNBIND -> Optional.of(DokuOperation.ACCOUNT_UNBINDING);
            case BALANCE -> Optional.of(DokuOperation.BALANCE_INQUIRY);
            case PAY -> Optional.of(DokuOperation.PAYMENT);
            case STATUS, REFUND_STATUS -> Optional.of(DokuOperation.CHECK_STATUS);
            case REFUND -> Optional.of(DokuOperation.REFUND);
            case TOKEN -> Optional.of(DokuOperation.TOKEN_B2B);
            case TOP_UP, PAGE, OTHER -> Optional.empty();
        };
    }

    private static Operation of(DokuOperation operation) {
        return switch (operation) {
            case ACCOUNT_BINDING -> Operation.BIND;
            case TOKEN_B2B2C -> Operation.CUSTOMER_TOKEN;
            case ACCOUNT_UNBINDING -> Operation.UNBIND;
            case BALANCE_INQUIRY -> Operation.BALANCE;
            case PAYMENT -> Operation.PAY;
            case CHECK_STATUS -> Operation.STATUS;
            case REFUND -> Operation.REFUND;
            case TOKEN_B2B -> Operation.TOKEN;
            case BINDING_PAGE, PAYMENT_PAGE -> Operation.PAGE;
            case CARD_REGISTRATION, CARD_UNBINDING, OTP_VERIFICATION, DOKU_WALLET, UNKNOWN ->
                    Operation.OTHER;
        };
    }

    static boolean serves(Operation seen, Operation asked) {
        return seen == asked
                || (asked == Operation.COMPLETE_BIND && seen == Operation.CUSTOMER_TOKEN)
                || (asked == Operation.REFUND_STATUS && seen == Operation.STATUS);
    }

    static SeenRequest seen(RecordedRequest<DokuOperation> entry, Optional<String> objection) {
        return new SeenRequest(
                of(entry.operation()),
                entry.request(),
                objection.or(() -> objection(entry)),
                entry.answeredStatus());
    }

    /** What is wrong even where a fault kept the request from being looked at. */
    private static Optional<String> objection(RecordedRequest<DokuOperation> entry) {
        if (entry.operation() == DokuOperation.UNKNOWN) {
            return Optional.of("there is no such path");
        }
        if (entry.signature() == SignatureVerdict.MISSING) {
            return Optional.of("the signature is missing");
        }
        return entry.signature() == SignatureVerdict.INVALID
                ? Optional.of("the signature is wrong")
                : Optional.empty();
    }
}
