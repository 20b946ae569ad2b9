package id.dompet.ledger.simulation;

import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.NotificationKey;
import id.dompet.ledger.store.PaymentRow;
import id.dompet.ledger.store.PaymentStore;
import id.dompet.model.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Designs whose journal is wrong. */
final class WrongStores {
    private WrongStores() {}

    static Design noUniqueKey() {
        return store(
                "no unique key",
                honest ->
                        new DelegatingStore(honest) {
                            @Override
                            public Inserted insert(PaymentRow fresh) {
                                Inserted inserted = super.insert(fresh);
                                return new Inserted(inserted.row(), true);
                            }
                        });
    }

    static Design secondCallerSendsAnOpenPayment() {
        return store(
                "a second caller sends what is open",
                honest ->
                        new DelegatingStore(honest) {
                            @Override
                            public Inserted insert(PaymentRow fresh) {
                                Inserted inserted = super.insert(fresh);
                                return new Inserted(
                                        inserted.row(),
                                        inserted.isNew() || inserted.row().state().isOpen());
                            }
                        });
    }

    static Design noWriteAhead() {
        return new Design("written down after sending") {
            @Override
            PaymentStore store(PaymentStore honest, World world, Instance instance) {
                Map<String, PaymentRow> pending = new HashMap<>();
                return new DelegatingStore(honest) {
                    @Override
                    public Inserted insert(PaymentRow fresh) {
                        Optional<PaymentRow> known = super.find(fresh.reference());
                        if (known.isPresent()) {
                            return new Inserted(known.get(), false);
                        }
                        pending.put(fresh.reference(), fresh);
                        return new Inserted(fresh, true);
                    }

                    @Override
                    public Optional<PaymentRow> find(String reference) {
                        return super.find(reference)
                                .or(() -> Optional.ofNullable(pending.get(reference)));
                    }

                    @Override
                    public Written update(
                            PaymentRow next,
                            List<EventRow> events,
                            Optional<NotificationKey> cause) {
                        PaymentRow first = pending.remove(next.reference());
                        if (first != null) {
                            Inserted unused = super.insert(first);
                        }
                        return super.update(next, events, cause);
                    }
                };
            }
        };
    }

    static Design ignoresVersions() {
        return store(
                "versions are not compared",
                honest ->
                        new DelegatingStore(honest) {
                            @Override
                            public Written update(
                                    PaymentRow next,
                                    List<EventRow> events,
                                    Optional<NotificationKey> cause) {
                                Written written = super.update(next, events, cause);
                                if (written != Written.STALE) {
                                    return written;
                                }
                                long version = super.find(next.reference()).orElseThrow().version();
                                return super.update(atVersion(next, version + 1), events, cause);
                            }
                        });
    }

    private static PaymentRow atVersion(PaymentRow row, long version) {
        return new PaymentRow(
                row.reference(),
                row.provider(),
                row.wallet(),
                row.customerReference(),
                row.amount(),
                row.fingerprint(),
                row.content(),
                row.state(),
                row.outcome(),
                version,
                row.createdAt(),
                row.sentAt(),
                row.changedAt(),
                row.nextQuestionAt(),
                row.questions(),
                row.missingSince());
    }

    static Design leasesDoNotEnd() {
        return store(
                "whoever dies keeps what they were asking about",
                honest ->
                        new DelegatingStore(honest) {
                            @Override
                            public List<PaymentRow> claimDue(
                                    ProviderId provider, Instant now, int limit, Duration lease) {
                                return super.claimDue(provider, now, limit, Duration.ofDays(400));
                            }
                        });
    }

    static Design eventsOutsideTheTransaction() {
        return store(
                "events are taken before the handler has them",
                honest ->
                        new DelegatingStore(honest) {
                            @Override
                            public List<EventRow> claimEvents(
                                    Instant now, int limit, Duration lease) {
                                List<EventRow> claimed = super.claimEvents(now, limit, lease);
                                claimed.forEach(super::delivered);
                                return claimed;
                            }
                        });
    }

    static Design eventsNewestFirst() {
        return store(
                "events of a payment are not kept in order",
                honest ->
                        new DelegatingStore(honest) {
                            @Override
                            public void failed(EventRow event, Instant nextAttemptAt) {
                                super.delivered(event);
                            }
                        });
    }

    private static Design store(String name, Function<PaymentStore, PaymentStore> wrong) {
        return new Design(name) {
            @Override
            PaymentStore store(PaymentStore honest, World world, Instance instance) {
                return wrong.apply(honest);
            }
        };
    }
}
