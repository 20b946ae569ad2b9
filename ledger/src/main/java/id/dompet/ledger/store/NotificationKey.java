package id.dompet.ledger.store;

import id.dompet.model.ProviderId;
import id.dompet.sign.Digest;
import java.nio.charset.StandardCharsets;

/**
 * Names one notification, whichever of its deliveries.
 *
 * @param provider which instance it came from
 * @param event the event's id, or a digest of one that is long
 */
public record NotificationKey(ProviderId provider, String event) {
    private static final int LONGEST = 255;

    /** Digests an id that no column takes: what a provider may say is not for us to decide. */
    public NotificationKey {
        if (event.length() > LONGEST || event.indexOf('\0') >= 0) {
            event = "sha256:" + Digest.SHA_256.hex(event.getBytes(StandardCharsets.UTF_8));
        }
    }
}
