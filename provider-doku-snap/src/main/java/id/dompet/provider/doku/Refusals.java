package id.dompet.provider.doku;

import id.dompet.model.DompetException;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.CredentialsRefused;
import id.dompet.model.DompetException.InvalidRequest;
import id.dompet.model.DompetException.RateLimited;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.ProviderId;

/** The exception for an answer without the one thing that was asked for. */
final class Refusals {
    private Refusals() {}

    static DompetException of(ProviderId id, Reading reading) {
        return switch (reading.verdict()) {
            case CREDENTIALS, MERCHANT_TOKEN -> credentials(id, reading);
            case INVALID -> new InvalidRequest(id, reading.code(), reading.detail());
            case CUSTOMER_TOKEN ->
                    new BindingUnusable(
                            id,
                            reading.code(),
                            reading.detail() + "; the customer must link again");
            case LATER -> new RateLimited(id, reading.detail(), reading.retryAfter());
            case ACCEPTED, IN_PROGRESS, REFUSED, NOT_FOUND, CUSTOMER_ACTION, ASK, OPEN ->
                    new Unavailable(id, reading.detail(), null);
        };
    }

    static CredentialsRefused credentials(ProviderId id, Reading reading) {
        return new CredentialsRefused(
                id,
                reading.code(),
                reading.detail()
                        + "; check client-id, client-secret, api and this machine's clock");
    }

    /** For an answer that has the documented code of success and lacks what it must bring. */
    static Unavailable incomplete(ProviderId id, SnapService service, String what) {
        return new Unavailable(id, service.label() + ": " + what, null);
    }
}
