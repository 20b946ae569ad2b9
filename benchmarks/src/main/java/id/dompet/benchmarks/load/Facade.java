package id.dompet.benchmarks.load;

import id.dompet.Dompet;
import id.dompet.benchmarks.Shop;
import id.dompet.benchmarks.server.Answers;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;

/** Dompet, with everything it does: this is what is measured. */
final class Facade implements Client {
    private final Dompet dompet;
    private final Verb verb;

    Facade(Dompet dompet, Verb verb) {
        this.dompet = dompet;
        this.verb = verb;
    }

    /** What a merchant does. */
    enum Verb {
        /** Charges at DOKU: two tokens, HMAC-SHA512. */
        PAY_DOKU("pay, DOKU SNAP"),
        /** Charges at Duitku: HMAC-SHA256. */
        PAY_DUITKU("pay, Duitku"),
        /** Asks DOKU what the wallet holds. */
        BALANCE_DOKU("balance, DOKU SNAP"),
        /** Takes a callback of Duitku's, and asks whether it is true. */
        RECEIVE_DUITKU("receive, Duitku");

        private final String label;

        Verb(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    @Override
    public Caller caller() {
        return switch (verb) {
            case PAY_DOKU -> pay(Shop.DOKU);
            case PAY_DUITKU -> pay(Shop.DUITKU);
            case BALANCE_DOKU -> () -> dompet.balance(Shop.binding(Shop.DOKU));
            case RECEIVE_DUITKU -> new Callbacks(dompet);
        };
    }

    /** The payment is the merchant's, so making it is not measured. */
    private Caller pay(ProviderId provider) {
        Payment payment = Shop.payment(provider, Answers.ORDER, Answers.AMOUNT);
        return () -> {
            PaymentOutcome outcome = dompet.pay(payment);
            if (!(outcome instanceof PaymentOutcome.AwaitingCustomer)) {
                throw new IllegalStateException("a charge ended as " + outcome);
            }
        };
    }

    @Override
    public void close() {
        dompet.close();
    }
}
