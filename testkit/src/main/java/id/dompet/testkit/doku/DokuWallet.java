package id.dompet.testkit.doku;

import id.dompet.testkit.Masking;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A customer's wallet or account: one phone number in one channel. Amounts are whole rupiah, points
 * are worth one rupiah each. Thread-safe.
 */
public final class DokuWallet {

    private final DokuChannel channel;
    private final String phoneNumber;
    private final Consumer<DokuWallet> unlinkAll;
    private long cash;
    private long points;
    private boolean blocked;
    private boolean registered = true;
    private Optional<SnapCase> refusal = Optional.empty();

    DokuWallet(
            DokuChannel channel,
            String phoneNumber,
            long cash,
            long points,
            Consumer<DokuWallet> unlinkAll) {
        this.channel = channel;
        this.phoneNumber = phoneNumber;
        this.cash = cash;
        this.points = points;
        this.unlinkAll = unlinkAll;
    }

    /** Sets the cash balance. */
    public synchronized DokuWallet balance(long rupiah) {
        cash = rupiah;
        return this;
    }

    /** Sets the balance of points. */
    public synchronized DokuWallet points(long amount) {
        points = amount;
        return this;
    }

    /** A blocked wallet can neither be bound (4030715) nor pay (403xx05). */
    public synchronized DokuWallet blocked(boolean value) {
        blocked = value;
        return this;
    }

    /** A phone number without a wallet cannot be bound (4030715). */
    public synchronized DokuWallet registered(boolean value) {
        registered = value;
        return this;
    }

    /** Every payment of this wallet is refused with this case, until {@link #accepting()}. */
    public synchronized DokuWallet refusing(SnapCase reason) {
        refusal = Optional.of(reason);
        return this;
    }

    /** Payments are made again. */
    public synchronized DokuWallet accepting() {
        refusal = Optional.empty();
        return this;
    }

    /** The customer ends every link inside the wallet's own app; merchants are not told. */
    public void unlinkInApp() {
        unlinkAll.accept(this);
    }

    /** The channel. */
    public DokuChannel channel() {
        return channel;
    }

    /** The phone number in local form, {@code 08...}. */
    public String phoneNumber() {
        return phoneNumber;
    }

    /** The cash balance. */
    public synchronized long cash() {
        return cash;
    }

    /** The balance of points. */
    public synchronized long points() {
        return points;
    }

    synchronized boolean isBlocked() {
        return blocked;
    }

    synchronized boolean isRegistered() {
        return registered;
    }

    /** Why these parts could not be paid now; empty when they could. */
    synchronized Optional<SnapCase> obstacle(long fromCash, long fromPoints) {
        if (refusal.isPresent()) {
            return refusal;
        }
        if (blocked) {
            return Optional.of(SnapCase.DO_NOT_HONOR);
        }
        return fromCash > cash || fromPoints > points
                ? Optional.of(SnapCase.INSUFFICIENT_FUNDS)
                : Optional.empty();
    }

    /** Pays, or changes nothing and says why not. */
    synchronized Optional<SnapCase> pay(long fromCash, long fromPoints) {
        Optional<SnapCase> obstacle = obstacle(fromCash, fromPoints);
        if (obstacle.isEmpty()) {
            cash -= fromCash;
            points -= fromPoints;
        }
        return obstacle;
    }

    synchronized void giveBack(long toCash, long toPoints) {
        cash += toCash;
        points += toPoints;
    }

    @Override
    public String toString() {
        return channel + " " + Masking.phone(phoneNumber);
    }
}
