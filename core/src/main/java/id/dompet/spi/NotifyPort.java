package id.dompet.spi;

import id.dompet.http.InboundRequest;
import id.dompet.model.Notification;

/** Understands what the provider sends to the merchant's server. */
public interface NotifyPort {
    /**
     * Verifies, then reads. Never throws for anything a stranger can send.
     *
     * <p>Says with {@link Notification.Event.PaymentReported#signed()} whether the signature covers
     * the result; where it does not, core asks {@link StatusPort} before anybody believes it.
     */
    Notification open(Call call, InboundRequest inbound);
}
