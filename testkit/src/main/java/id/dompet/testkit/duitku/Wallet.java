package id.dompet.testkit.duitku;

import id.dompet.testkit.Masking;
import java.util.function.Consumer;

/**
 * A customer's wallet: one phone number in one channel. Amounts are whole rupiah, points and coins
 * are worth one rupiah each. Thread-safe.
 */
public final class Wallet {

    private final Channel channel;
    private final String phoneNumber;
    private final Consumer<Wallet> unlinkAll;
    private long cash;
    private long points;
    private boolean blocked;
    private boolean registered = true;

    Wallet(
            Channel channel,
            String phoneNumber,
            long cash,
            long points,
            Consumer<Wallet> unlinkAll) {
        this.channel = channel;
        this.phoneNumber = phoneNumber;
        this.cash = cash;
        this.points = points;
        this.unlinkAll = unlinkAll;
    }

    /** Sets the cash balance. */
    public synchronized Wallet balance(long rupiah) {
        cash = rupiah;
        return this;
    }

    /** Sets the balance of points (OVO) or coins (ShopeePay). */
    public synchronized Wallet points(long amount) {
        points = amount;
        return this;
    }

    /** A blocked wallet can neither be linked (code 01) nor pay (the payment fails). */
    public synchronized Wallet blocked(boolean value) {
        blocked = value;
        return this;
    }

    /** A phone number without a wallet is refused with code 03. */
    public synchronized Wallet registered(boolean value) {
        registered = value;
        return this;
    }

    /** The customer removes every link inside the wallet's own app; merchants are not told. */
    public void unlinkInApp() {
        unlinkAll.accept(this);
    }

    /** The channel. */
    public Channel channel() {
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

    /** The balance of points or coins. */
    public synchronized long points() {
        return points;
    }

    synchronized boolean isBlocked() {
        return blocked;
    }

    synchronized boolean isRegistered() {
        return registered;
    }

    /** How an amount would be paid now; coins first where they may be used. */
    synchronized Split split(long amount, long voucher, boolean usePoints) {
        long off = Math.min(voucher, amount);
        long fromPoints = usePoints ? Math.min(points, amount - off) : 0;
        long fromCash = amount - off - fromPoints;
        return new Split(fromCash, fromPoints, off, fromCash <= cash);
    }

    /** Pays, or changes nothing and says no. */
    synchronized Split pay(long amount, long voucher, boolean usePoints) {
        Split split = split(amount, voucher, usePoints);
        if (split.covered()) {
            cash -= split.cash();
            points -= split.points();
        }
        return split;
    }

    /** What a payment is made of, and whether the wallet has it. */
    record Split(long cash, long points, long voucher, boolean covered) {}

    @Override
    public String toString() {
        return channel + " " + Masking.phone(phoneNumber);
    }
}
