package id.dompet.testkit.simulated;

import id.dompet.model.PaymentOutcome;
import java.util.List;

/**
 * A result code that the provider documents for a charge or a question about one, and what it means
 * for the merchant. Name those above all that the {@link Books} never come to by themselves, such
 * as "agreed to, and not yet taken": a module that reads one of them as paid gives goods away.
 *
 * @param code in the provider's own form
 * @param status the HTTP status under which it is documented
 * @param meanings every outcome that may be made of it; at least one
 */
public record DocumentedAnswer(String code, int status, List<PaymentOutcome.State> meanings) {
    private static final int OK = 200;

    /** Refuses a code without a meaning. */
    public DocumentedAnswer {
        meanings = List.copyOf(meanings);
        if (meanings.isEmpty()) {
            throw new IllegalArgumentException("the code " + code + " means nothing");
        }
    }

    /** Neither paid nor lost yet: ask again later. */
    public static DocumentedAnswer open(String code) {
        return of(code, PaymentOutcome.State.PROCESSING, PaymentOutcome.State.AWAITING_CUSTOMER);
    }

    /** The money has moved. */
    public static DocumentedAnswer paid(String code) {
        return of(code, PaymentOutcome.State.PAID);
    }

    /** No money has moved, and none will. */
    public static DocumentedAnswer declined(String code) {
        return of(code, PaymentOutcome.State.DECLINED);
    }

    /** The money had moved and is back. */
    public static DocumentedAnswer givenBack(String code) {
        return of(code, PaymentOutcome.State.REVERSED);
    }

    /** Nobody can say yet: the provider asks for a later question or for a person. */
    public static DocumentedAnswer unclear(String code) {
        return of(code, PaymentOutcome.State.UNKNOWN);
    }

    private static DocumentedAnswer of(String code, PaymentOutcome.State... meanings) {
        return new DocumentedAnswer(code, OK, List.of(meanings));
    }

    /** The same under another HTTP status. */
    public DocumentedAnswer under(int other) {
        return new DocumentedAnswer(code, other, meanings);
    }
}
