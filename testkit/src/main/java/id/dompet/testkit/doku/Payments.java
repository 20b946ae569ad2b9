package id.dompet.testkit.doku;

import id.dompet.testkit.ChargeLedger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** All payments, and the only place where customers are charged. Thread-safe. */
final class Payments {

    private final DokuSettings settings;
    private final Clock clock;
    private final DokuIds ids;
    private final BindingBook bindings;
    private final ChargeLedger ledger;
    private final DokuNotifications notifications;
    private final Map<String, Payment> byReference = new LinkedHashMap<>();
    private final Map<String, Payment> byTicket = new LinkedHashMap<>();
    private int recurringToDelay;

    /** A payment, and whether this request created it. */
    record Registered(Payment payment, boolean created) {}

    Payments(
            DokuSettings settings,
            DokuIds ids,
            BindingBook bindings,
            ChargeLedger ledger,
            DokuNotifications notifications) {
        this.settings = settings;
        this.clock = settings.clock();
        this.ids = ids;
        this.bindings = bindings;
        this.ledger = ledger;
        this.notifications = notifications;
    }

    /**
     * Looks a reference up and, where it is new, takes it, in one step: two requests with one
     * reference cannot both create a payment. What the wallet cannot pay is refused unrecorded.
     */
    synchronized Registered register(PaymentOrder order) {
        expireOverdue();
        Payment known = byReference.get(order.partnerReferenceNo());
        if (known != null) {
            return new Registered(known, false);
        }
        boolean checked =
                order.type() == PaymentType.RECURRING
                        || settings.money().insufficientFunds() == InsufficientFunds.REFUSE_REQUEST;
        if (checked) {
            order.wallet()
                    .flatMap(wallet -> wallet.obstacle(order.cash(), order.points()))
                    .ifPresent(
                            reason -> {
                                throw new Refusal(reason);
                            });
        }
        Payment fresh = new Payment(order, ids.paymentReferenceNo(), ids.ticket(), clock.instant());
        byReference.put(order.partnerReferenceNo(), fresh);
        byTicket.put(fresh.ticket(), fresh);
        if (order.type() == PaymentType.RECURRING && !takeDelay()) {
            pay(fresh, order.wallet().orElseThrow());
        }
        return new Registered(fresh, true);
    }

    /** The next recurring payment stays pending until it is settled. */
    synchronized void delayNextRecurring() {
        recurringToDelay++;
    }

    private boolean takeDelay() {
        if (recurringToDelay == 0) {
            return false;
        }
        recurringToDelay--;
        return true;
    }

    /** Runs {@code action} while nothing else happens to any payment. */
    synchronized <T> T exclusively(Supplier<T> action) {
        expireOverdue();
        return action.get();
    }

    synchronized Optional<Payment> known(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /** The first payment, oldest first, that is looked for. */
    synchronized Optional<Payment> first(Predicate<Payment> wanted) {
        expireOverdue();
        return byReference.values().stream().filter(wanted).findFirst();
    }

    synchronized List<DokuTransaction> all() {
        expireOverdue();
        return byReference.values().stream().map(Payment::snapshot).toList();
    }

    /** Runs {@code action} on a payment whose page is open; empty when it is not. */
    synchronized <T> Optional<T> withOpen(String ticket, Function<Payment, T> action) {
        expireOverdue();
        return Optional.ofNullable(byTicket.get(ticket))
                .filter(found -> found.state() == DokuTransactionState.PENDING)
                .map(action);
    }

    /** The payment of a page, open or not. */
    synchronized Optional<Payment> ofPage(String ticket) {
        expireOverdue();
        return Optional.ofNullable(byTicket.get(ticket));
    }

    /** The customer confirmed: charges the wallet, or fails. */
    synchronized void pay(Payment payment, DokuWallet wallet) {
        if (payment.state() != DokuTransactionState.PENDING) {
            return;
        }
        boolean linked =
                payment.order()
                        .customer()
                        .map(token -> bindings.isActive(token.binding()))
                        .orElse(true);
        Optional<SnapCase> obstacle =
                linked ? charge(payment, wallet) : Optional.of(SnapCase.INVALID_ACCOUNT);
        obstacle.ifPresent(reason -> payment.ended(DokuTransactionState.FAILED, reason));
        notifications.enqueue(payment);
    }

    /** Charges a payment that is pending or expired; false when that cannot be done. */
    synchronized boolean settle(Payment payment, DokuWallet wallet) {
        expireOverdue();
        boolean possible =
                payment.state() == DokuTransactionState.PENDING
                        || payment.state() == DokuTransactionState.EXPIRED;
        if (!possible || charge(payment, wallet).isPresent()) {
            return false;
        }
        notifications.enqueue(payment);
        return true;
    }

    /** Ends a pending payment unpaid; false when it is not pending. */
    synchronized boolean end(Payment payment, DokuTransactionState state, SnapCase why) {
        if (payment.state() != DokuTransactionState.PENDING) {
            return false;
        }
        payment.ended(state, why);
        notifications.enqueue(payment);
        return true;
    }

    /** Ends a pending payment as if its time were over; false when it is not pending. */
    synchronized boolean expire(Payment payment) {
        expireOverdue();
        if (payment.state() != DokuTransactionState.PENDING) {
            return false;
        }
        expireNow(payment);
        return true;
    }

    private void expireNow(Payment payment) {
        payment.ended(DokuTransactionState.EXPIRED, SnapCase.TRANSACTION_EXPIRED);
        if (settings.posting().aboutExpiry()) {
            notifications.enqueue(payment);
        }
    }

    /** Ends the payments whose time is over by the simulator's clock. */
    synchronized void expireOverdue() {
        for (Payment payment : byReference.values()) {
            if (payment.state() == DokuTransactionState.PENDING
                    && !clock.instant().isBefore(payment.order().expiresAt())) {
                expireNow(payment);
            }
        }
    }

    private Optional<SnapCase> charge(Payment payment, DokuWallet wallet) {
        PaymentOrder order = payment.order();
        Optional<SnapCase> obstacle = wallet.pay(order.cash(), order.points());
        if (obstacle.isEmpty()) {
            ledger.record(
                    order.partnerReferenceNo(),
                    order.channel() + " " + wallet.phoneNumber(),
                    clock.instant(),
                    Map.of("cash", order.cash(), "points", order.points()));
            payment.paid(wallet, clock.instant());
        }
        return obstacle;
    }
}
