package id.dompet.testkit.doku;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The channels of DOKU's e-wallets and direct debits, with the limits their pages print. */
public enum DokuChannel {
    /** OVO. */
    OVO("EMONEY_OVO_SNAP", "OVO", Kind.LINKED, 1, 64, 1, 32),
    /** Allo Bank. */
    ALLO("DIRECT_DEBIT_ALLO_SNAP", "Allo", Kind.LINKED, 32, 64, 32, 64),
    /** CIMB Niaga; has no balance inquiry. */
    CIMB("DIRECT_DEBIT_CIMB_SNAP", "CIMB", Kind.LINKED, 1, 12, 1, 12),
    /** DANA, by a jump into its app. */
    DANA("EMONEY_DANA_SNAP", "DANA", Kind.JUMP_APP, 1, 64, 1, 64),
    /** ShopeePay, by a jump into its app. */
    SHOPEE_PAY("EMONEY_SHOPEE_PAY_SNAP", "ShopeePay", Kind.JUMP_APP, 1, 64, 1, 64),
    /** BRI, which needs card data: known, never active. */
    BRI("DIRECT_DEBIT_BRI_SNAP", "BRI", Kind.CARD, 1, 12, 1, 12),
    /** Mandiri, which needs card data: known, never active. */
    MANDIRI("DIRECT_DEBIT_MANDIRI_SNAP", "Mandiri", Kind.CARD, 1, 64, 1, 64);

    private enum Kind {
        LINKED,
        JUMP_APP,
        CARD
    }

    /** Fewest and most characters. */
    record Lengths(int min, int max) {}

    private final String code;
    private final String displayName;
    private final Kind kind;
    private final int referenceMin;
    private final int referenceMax;
    private final int refundedMin;
    private final int refundedMax;

    DokuChannel(
            String code,
            String displayName,
            Kind kind,
            int referenceMin,
            int referenceMax,
            int refundedMin,
            int refundedMax) {
        this.code = code;
        this.displayName = displayName;
        this.kind = kind;
        this.referenceMin = referenceMin;
        this.referenceMax = referenceMax;
        this.refundedMin = refundedMin;
        this.refundedMax = refundedMax;
    }

    /** The value of {@code additionalInfo.channel}. */
    public String code() {
        return code;
    }

    /** What customers call it. */
    public String displayName() {
        return displayName;
    }

    /** Whether customers link an account first. */
    public boolean isLinked() {
        return kind == Kind.LINKED;
    }

    /** Whether the simulator can play it; the others need card data. */
    public boolean isPlayable() {
        return kind != Kind.CARD;
    }

    /** The channels the simulator can play. */
    public static Set<DokuChannel> playable() {
        EnumSet<DokuChannel> channels = EnumSet.allOf(DokuChannel.class);
        channels.removeIf(channel -> !channel.isPlayable());
        return channels;
    }

    static Optional<DokuChannel> of(String code) {
        return Arrays.stream(values()).filter(channel -> channel.code.equals(code)).findFirst();
    }

    boolean offers(DokuOperation operation) {
        return switch (operation) {
            case PAYMENT, REFUND -> true;
            case ACCOUNT_BINDING, ACCOUNT_UNBINDING -> isLinked();
            case BALANCE_INQUIRY -> isLinked() && this != CIMB;
            default -> false;
        };
    }

    /** Whether the operation acts for one customer, so that it carries that customer's token. */
    boolean needsCustomerToken(DokuOperation operation) {
        return isLinked()
                && (operation == DokuOperation.BALANCE_INQUIRY
                        || operation == DokuOperation.PAYMENT
                        || operation == DokuOperation.REFUND);
    }

    /** X-DEVICE-ID: DANA and ShopeePay payment and refund, Allo binding (their pages). */
    boolean needsDeviceId(DokuOperation operation) {
        return this == ALLO
                ? operation == DokuOperation.ACCOUNT_BINDING
                : kind == Kind.JUMP_APP && operation != DokuOperation.CHECK_STATUS;
    }

    /** X-IP-ADDRESS: the Allo, DANA and ShopeePay pages. */
    boolean needsIpAddress(DokuOperation operation) {
        return (this == ALLO || kind == Kind.JUMP_APP)
                && operation != DokuOperation.ACCOUNT_UNBINDING;
    }

    /** Lengths of {@code partnerReferenceNo}. */
    Lengths reference() {
        return new Lengths(referenceMin, referenceMax);
    }

    /** Lengths of {@code originalPartnerReferenceNo} in a refund, for OVO shorter than above. */
    Lengths refundedReference() {
        return new Lengths(refundedMin, refundedMax);
    }

    /** {@code payMethod} of the account's own money (OVO page, Allo page). */
    String cashMethod() {
        return this == ALLO ? "BALANCE" : "CASH";
    }

    /** {@code payMethod} of points. */
    String pointsMethod() {
        return this == ALLO ? "POINT" : "POINTS";
    }

    /** {@code additionalInfo.accountType} of notifications, as seen live. */
    String accountType() {
        return code.startsWith("EMONEY") ? "WALLET" : "DIRECT_DEBIT";
    }
}
