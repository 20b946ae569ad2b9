package id.dompet.ledger.simulation;

import id.dompet.Dompet;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.ledger.SimulatedLedgers.Rules;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.ledger.store.RefundStore;
import java.util.function.Function;

/** A design to be simulated: the right one, unless a subclass makes something of it wrong. */
class Design {
    private final String name;

    Design(String name) {
        this.name = name;
    }

    /** What an instance writes to. */
    PaymentStore store(PaymentStore honest, World world, Instance instance) {
        return honest;
    }

    /** Where an instance writes what goes back. */
    RefundStore refunds(RefundStore honest, World world) {
        return honest;
    }

    /** What an instance pays through. */
    Dompet dompet(Dompet honest, World world) {
        return honest;
    }

    /** How an instance's requests travel. */
    HttpResponse send(HttpRequest request, Function<HttpRequest, HttpResponse> honest) {
        return honest.apply(request);
    }

    /** How payments move. */
    Rules rules() {
        return Rules.FORWARDS_ONLY;
    }

    /** Whether open payments are asked about. */
    boolean reconciles() {
        return true;
    }

    /** Whose credential a customer's payment is sent with. */
    int credentialOf(int customer) {
        return customer;
    }

    /** Whether the journal forgets what it took in the half second before a crash. */
    boolean forgetsAtACrash() {
        return false;
    }

    @Override
    public String toString() {
        return name;
    }
}
