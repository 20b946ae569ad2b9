package id.dompet.testkit.duitku;

import id.dompet.model.Wallet;
import id.dompet.testkit.Fault;
import id.dompet.testkit.RecordedRequest;
import id.dompet.testkit.SignatureVerdict;
import id.dompet.testkit.simulated.Lie;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Neutral words for what Duitku calls otherwise. */
final class Neutral {

    /** None of them stands in Account Link V1.1, section 8, or in the pages of the web API. */
    private static final List<String> UNDOCUMENTED_CODES =
            List.of("77", "-1", "0", "000", "SUCCESS");

    private Neutral() {}

    static Channel channel(Wallet wallet) {
        if (wallet.equals(Wallet.OVO)) {
            return Channel.OVO;
        }
        if (wallet.equals(Wallet.SHOPEEPAY)) {
            return Channel.SHOPEEPAY;
        }
        throw new IllegalArgumentException("Duitku links OVO and ShopeePay, not " + wallet);
    }

    /** Empty for what Duitku does not have. */
    static Optional<DuitkuOperation> duitku(Operation operation) {
        return switch (operation) {
            case BIND -> Optional.of(DuitkuOperation.CONNECT);
            case UNBIND -> Optional.of(DuitkuOperation.DISCONNECT);
            case COMPLETE_BIND, BALANCE -> Optional.of(DuitkuOperation.USER_INFO);
            case TOP_UP -> Optional.of(DuitkuOperation.TOP_UP);
            case PAY -> Optional.of(DuitkuOperation.INQUIRY);
            case STATUS -> Optional.of(DuitkuOperation.TRANSACTION_STATUS);
            case REFUND, REFUND_STATUS, TOKEN, CUSTOMER_TOKEN, PAGE, OTHER -> Optional.empty();
        };
    }

    private static Operation of(DuitkuOperation operation) {
        return switch (operation) {
            case CONNECT -> Operation.BIND;
            case DISCONNECT -> Operation.UNBIND;
            case USER_INFO -> Operation.BALANCE;
            case TOP_UP -> Operation.TOP_UP;
            case INQUIRY -> Operation.PAY;
            case TRANSACTION_STATUS -> Operation.STATUS;
            case LINK_PAGE, PAYMENT_PAGE -> Operation.PAGE;
            case PAYMENT_METHODS, UNKNOWN -> Operation.OTHER;
        };
    }

    static SeenRequest seen(RecordedRequest<DuitkuOperation> entry) {
        return new SeenRequest(
                of(entry.operation()), entry.request(), objection(entry), entry.answeredStatus());
    }

    private static Optional<String> objection(RecordedRequest<DuitkuOperation> entry) {
        if (entry.operation() == DuitkuOperation.UNKNOWN) {
            return Optional.of("there is no such path");
        }
        if (!entry.operation().isPage() && !entry.request().method().equals("POST")) {
            return Optional.of("it is not posted");
        }
        if (entry.signature() == SignatureVerdict.MISSING) {
            return Optional.of("the signature is missing");
        }
        if (entry.signature() == SignatureVerdict.INVALID) {
            return Optional.of("the signature is wrong");
        }
        boolean otherMerchant =
                entry.operation().isAccountLink()
                        && entry.request()
                                .header("X-Duitku-merchant")
                                .filter(SimulatedDuitku.MERCHANT_CODE::equals)
                                .isEmpty();
        return otherMerchant
                ? Optional.of("X-Duitku-merchant is not this merchant")
                : Optional.empty();
    }

    /** Only payments and questions about them repeat facts; nothing names a currency. */
    static Optional<Fault> lie(Operation operation, Lie lie) {
        if (lie == Lie.AMOUNT && (operation == Operation.PAY || operation == Operation.STATUS)) {
            return Optional.of(Fault.field("amount", "76543"));
        }
        if (lie == Lie.REFERENCE && operation == Operation.STATUS) {
            return Optional.of(Fault.field("merchantOrderId", "order-of-somebody-else"));
        }
        return Optional.empty();
    }

    /** With 200 as results travel, and with 4xx as the web API's errors do. */
    static List<Fault> undocumented(Operation operation) {
        Optional<DuitkuOperation> own = duitku(operation);
        if (own.isEmpty()) {
            return List.of();
        }
        Stream<Fault> results = UNDOCUMENTED_CODES.stream().map(Fault::code);
        String field = own.get().isAccountLink() ? "resultMessage" : "Message";
        Stream<Fault> errors =
                Stream.of(400, 403, 404, 409, 422)
                        .map(
                                status ->
                                        Fault.status(
                                                status,
                                                "application/json; charset=utf-8",
                                                Answers.object()
                                                        .put(field, "Kode 77: hubungi kami")
                                                        .toString()));
        return Stream.concat(results, errors).toList();
    }
}
