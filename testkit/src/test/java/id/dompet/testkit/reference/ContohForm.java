package id.dompet.testkit.reference;

import com.fasterxml.jackson.databind.JsonNode;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.simulated.Books;
import id.dompet.testkit.simulated.Link;
import java.util.Optional;

/** A request as Contoh reads it, after its shape was checked. */
final class ContohForm {
    private static final String CUSTOMER = "customer ";

    private final SimulatorRequest request;
    private final JsonNode body;

    ContohForm(SimulatorRequest request) {
        this.request = request;
        this.body = ContohLetters.read(request.body());
    }

    /** Empty if it is absent. */
    String field(String name) {
        return body.path(name).asText("");
    }

    /** The link that the customer's token was issued for, ended or not. */
    Optional<Link> customer(Books books) {
        return request.header("X-Customer-Token")
                .flatMap(books::tokenSubject)
                .filter(subject -> subject.startsWith(CUSTOMER))
                .map(subject -> subject.substring(CUSTOMER.length()))
                .flatMap(books::findLinkByCredential);
    }

    /** Whom a customer's token is issued for. */
    static String subject(Link link) {
        return CUSTOMER + link.credential();
    }
}
