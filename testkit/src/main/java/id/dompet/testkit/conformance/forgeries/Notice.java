package id.dompet.testkit.conformance.forgeries;

import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;

/**
 * A genuine notification that the merchant received, and that the module verified.
 *
 * @param request as it arrived
 * @param said what the module made of it
 * @param reply what the merchant answered to it
 */
public record Notice(InboundRequest request, Notification.Verified said, HttpResponse reply) {
    public Meaning meaning() {
        return Meaning.of(said.event());
    }

    public String id() {
        return said.event().id();
    }
}
