package id.dompet.ledger.simulation;

import id.dompet.ledger.RefundState;
import id.dompet.ledger.store.EventRow;
import id.dompet.ledger.store.PaymentStore.Written;
import id.dompet.ledger.store.RefundRow;
import id.dompet.ledger.store.RefundStore;
import id.dompet.model.ProviderId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Designs whose journal of refunds is wrong. */
final class WrongRefunds {
    private WrongRefunds() {}

    static Design leftIsNotChecked() {
        return refunds(
                "what is left is not looked at",
                (honest, world) ->
                        new DelegatingRefundStore(honest) {
                            @Override
                            public Reserved reserve(RefundRow fresh) {
                                Reserved reserved = super.reserve(fresh);
                                return reserved instanceof Reserved.TooMuch
                                        ? written(fresh, world)
                                        : reserved;
                            }
                        });
    }

    static Design leftIsNotLocked() {
        return counting("what is left is counted, and written later", RefundState::isSpent, true);
    }

    static Design openRefundsDoNotCount() {
        return counting(
                "what may go back is not counted, only what has",
                state -> state == RefundState.REFUNDED,
                false);
    }

    private static Design counting(String name, Predicate<RefundState> counts, boolean late) {
        return refunds(
                name,
                (honest, world) ->
                        new DelegatingRefundStore(honest) {
                            @Override
                            public Reserved reserve(RefundRow fresh) {
                                Optional<RefundRow> known = super.find(fresh.reference());
                                if (known.isPresent()) {
                                    return super.reserve(fresh);
                                }
                                BigDecimal left = left(fresh, world, counts);
                                if (late) {
                                    world.pass(Duration.ofMillis(50));
                                }
                                return fresh.amount().amount().compareTo(left) > 0
                                                || super.find(fresh.reference()).isPresent()
                                        ? super.reserve(fresh)
                                        : written(fresh, world);
                            }
                        });
    }

    private static BigDecimal left(RefundRow fresh, World world, Predicate<RefundState> counts) {
        BigDecimal paid = world.store.find(fresh.payment()).orElseThrow().amount().amount();
        return world.store.refunds().of(fresh.payment()).stream()
                .filter(row -> counts.test(row.state()))
                .map(row -> row.amount().amount())
                .reduce(paid, BigDecimal::subtract);
    }

    private static RefundStore.Reserved written(RefundRow row, World world) {
        world.store.refunds().put(row);
        return new RefundStore.Reserved.Written(row);
    }

    static Design secondCallerSendsAnOpenRefund() {
        return refunds(
                "a second caller sends a refund that is open",
                (honest, world) ->
                        new DelegatingRefundStore(honest) {
                            @Override
                            public Optional<RefundRow> find(String reference) {
                                return isSending(super.find(reference))
                                        ? Optional.empty()
                                        : super.find(reference);
                            }

                            @Override
                            public Reserved reserve(RefundRow fresh) {
                                Optional<RefundRow> known = super.find(fresh.reference());
                                return isSending(known)
                                        ? new Reserved.Written(known.orElseThrow())
                                        : super.reserve(fresh);
                            }

                            private boolean isSending(Optional<RefundRow> row) {
                                return row.filter(known -> known.state() == RefundState.SENDING)
                                        .isPresent();
                            }
                        });
    }

    static Design noWriteAhead() {
        return refunds(
                "a refund is written down after sending",
                (honest, world) -> {
                    Map<String, RefundRow> pending = new HashMap<>();
                    return new DelegatingRefundStore(honest) {
                        @Override
                        public Reserved reserve(RefundRow fresh) {
                            if (super.find(fresh.reference()).isPresent()) {
                                return super.reserve(fresh);
                            }
                            pending.put(fresh.reference(), fresh);
                            return new Reserved.Written(fresh);
                        }

                        @Override
                        public Optional<RefundRow> find(String reference) {
                            return super.find(reference)
                                    .or(() -> Optional.ofNullable(pending.get(reference)));
                        }

                        @Override
                        public Written update(RefundRow next, List<EventRow> events) {
                            RefundRow first = pending.remove(next.reference());
                            if (first != null) {
                                Reserved unused = super.reserve(first);
                            }
                            return super.update(next, events);
                        }
                    };
                });
    }

    static Design nobodyAsks() {
        return refunds(
                "nobody asks about refunds",
                (honest, world) ->
                        new DelegatingRefundStore(honest) {
                            @Override
                            public List<RefundRow> claimDue(
                                    ProviderId provider, Instant now, int limit, Duration lease) {
                                return List.of();
                            }
                        });
    }

    private static Design refunds(String name, BiFunction<RefundStore, World, RefundStore> wrong) {
        return new Design(name) {
            @Override
            RefundStore refunds(RefundStore honest, World world) {
                return wrong.apply(honest, world);
            }
        };
    }
}
