package id.dompet.testkit.duitku;

import id.dompet.testkit.ChargeLedger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All transactions, and the only place where money moves. Thread-safe. */
final class Payments {

    private final DuitkuSettings settings;
    private final Clock clock;
    private final Tokens tokens;
    private final ChargeLedger ledger;
    private final DuitkuCallbacks callbacks;
    private final Map<String, Transaction> byOrderId = new LinkedHashMap<>();
    private final Map<String, Transaction> byTicket = new LinkedHashMap<>();
    private final Map<String, Long> vouchers = new ConcurrentHashMap<>();

    Payments(
            DuitkuSettings settings,
            Tokens tokens,
            ChargeLedger ledger,
            DuitkuCallbacks callbacks) {
        this.settings = settings;
        this.clock = settings.clock();
        this.tokens = tokens;
        this.ledger = ledger;
        this.callbacks = callbacks;
    }

    void addVoucher(String code, long amount) {
        vouchers.put(code, amount);
    }

    boolean knowsVoucher(String code) {
        return code.isEmpty() || vouchers.containsKey(code);
    }

    /** Whether the wallet could pay the order now. */
    boolean isCovered(Order order) {
        return split(order).covered();
    }

    /** What the order would be paid with now. */
    Wallet.Split split(Order order) {
        return order.link().wallet().split(order.amount(), voucher(order), order.useCoins());
    }

    /**
     * Looks an order id up and, where it is new, takes it, in one step: two requests with one id
     * cannot both create a transaction.
     */
    synchronized <T> T register(
            Order order, Function<Transaction, T> reuse, Function<Transaction, T> created) {
        expireOverdue();
        Transaction known = byOrderId.get(order.id());
        if (known != null) {
            return reuse.apply(known);
        }
        Transaction fresh =
                new Transaction(
                        order,
                        tokens.reference(settings.merchantCode()),
                        tokens.publisherOrderId(),
                        tokens.ticket(),
                        clock.instant().plus(order.channel().paymentWindow()));
        byOrderId.put(order.id(), fresh);
        byTicket.put(fresh.ticket(), fresh);
        return created.apply(fresh);
    }

    synchronized Optional<Transaction> knownAs(String orderId) {
        return Optional.ofNullable(byOrderId.get(orderId));
    }

    synchronized Optional<DuitkuTransaction> find(String orderId) {
        expireOverdue();
        return knownAs(orderId).map(Transaction::snapshot);
    }

    synchronized List<DuitkuTransaction> all() {
        expireOverdue();
        return byOrderId.values().stream().map(Transaction::snapshot).toList();
    }

    /** Runs {@code action} on a transaction whose page is open; empty when it is not. */
    synchronized <T> Optional<T> withOpen(String ticket, Function<Transaction, T> action) {
        expireOverdue();
        return Optional.ofNullable(byTicket.get(ticket))
                .filter(found -> found.state() == TransactionState.PENDING)
                .map(action);
    }

    /** The transaction of a page, open or not. */
    synchronized Optional<Transaction> ofPage(String ticket) {
        expireOverdue();
        return Optional.ofNullable(byTicket.get(ticket));
    }

    /** The right PIN was entered: charges the wallet, or fails. */
    synchronized void pay(Transaction transaction) {
        if (transaction.state() != TransactionState.PENDING) {
            return;
        }
        Order order = transaction.order();
        boolean usable = order.link().isActive() && !order.link().wallet().isBlocked();
        if (usable && charge(transaction)) {
            finish(transaction, TransactionState.PAID);
        } else {
            finish(transaction, TransactionState.FAILED);
        }
    }

    /** Charges although the window closed; false when the wallet cannot pay or has paid. */
    synchronized boolean payLate(Transaction transaction) {
        if (transaction.state() == TransactionState.PAID || !charge(transaction)) {
            return false;
        }
        finish(transaction, TransactionState.PAID);
        return true;
    }

    /** Ends a pending transaction unpaid. */
    synchronized void end(Transaction transaction, TransactionState state) {
        if (transaction.state() == TransactionState.PENDING) {
            finish(transaction, state);
        }
    }

    /** Charges a payment that is pending or whose window closed; false when that cannot be done. */
    synchronized boolean settle(Transaction transaction) {
        expireOverdue();
        boolean possible =
                transaction.state() == TransactionState.PENDING
                        || transaction.state() == TransactionState.EXPIRED;
        return possible && payLate(transaction);
    }

    /** Ends a pending payment unpaid; false when it is not pending. */
    synchronized boolean endIfPending(Transaction transaction, TransactionState state) {
        expireOverdue();
        if (transaction.state() != TransactionState.PENDING) {
            return false;
        }
        if (state != TransactionState.EXPIRED) {
            finish(transaction, state);
            return true;
        }
        expire(transaction);
        return true;
    }

    /** Closes the windows that are over by the simulator's clock. */
    synchronized void expireOverdue() {
        for (Transaction transaction : byOrderId.values()) {
            if (transaction.state() == TransactionState.PENDING
                    && !clock.instant().isBefore(transaction.expiresAt())) {
                expire(transaction);
            }
        }
    }

    private void expire(Transaction transaction) {
        transaction.state(TransactionState.EXPIRED);
        if (settings.callbackOnExpiry()) {
            callbacks.enqueue(transaction, "01");
        }
    }

    private boolean charge(Transaction transaction) {
        Order order = transaction.order();
        Wallet wallet = order.link().wallet();
        Wallet.Split split = wallet.pay(order.amount(), voucher(order), order.useCoins());
        if (split.covered()) {
            ledger.record(
                    order.id(),
                    order.channel().code() + " " + wallet.phoneNumber(),
                    clock.instant(),
                    Map.of(
                            "cash", split.cash(),
                            "points", split.points(),
                            "voucher", split.voucher()));
        }
        return split.covered();
    }

    private void finish(Transaction transaction, TransactionState state) {
        transaction.state(state);
        callbacks.enqueue(transaction, state == TransactionState.PAID ? "00" : "01");
    }

    private long voucher(Order order) {
        return vouchers.getOrDefault(order.voucher(), 0L);
    }
}
