package id.dompet.ledger.store;

import id.dompet.model.ProviderId;

/**
 * Names one notification, whichever of its deliveries.
 *
 * @param provider which instance it came from
 * @param event the event's id
 */
public record NotificationKey(ProviderId provider, String event) {}
