package id.dompet.testkit.doku;

import id.dompet.testkit.PinCounter;
import java.time.Instant;

/** One account binding, from the request to its end. Its {@link BindingBook} guards the state. */
final class Binding {

    /** What the merchant asked for. */
    record Request(
            DokuWallet wallet,
            String custIdMerchant,
            String externalId,
            String successUrl,
            String failedUrl) {}

    enum State {
        /** The customer has not confirmed; the auth code is good for nothing yet. */
        PENDING,
        /** Linked. */
        ACTIVE,
        /** Declined, or given up after wrong entries. */
        FAILED,
        /** Was linked, and was unlinked by either side. */
        ENDED
    }

    private static final int OTPS = 3;

    private final Request request;
    private final String referenceNo;
    private final String ticket;
    private final String authCode;
    private final Instant pageExpiresAt;
    private final PinCounter pins = new PinCounter();
    private int wrongOtps;
    private boolean otpEntered;
    private State state = State.PENDING;

    Binding(
            Request request,
            String referenceNo,
            String ticket,
            String authCode,
            Instant pageExpiresAt) {
        this.request = request;
        this.referenceNo = referenceNo;
        this.ticket = ticket;
        this.authCode = authCode;
        this.pageExpiresAt = pageExpiresAt;
    }

    Request request() {
        return request;
    }

    DokuWallet wallet() {
        return request.wallet();
    }

    String referenceNo() {
        return referenceNo;
    }

    String ticket() {
        return ticket;
    }

    String authCode() {
        return authCode;
    }

    PinCounter pins() {
        return pins;
    }

    boolean otpEntered() {
        return otpEntered;
    }

    void enterOtp() {
        otpEntered = true;
    }

    /** Counts a wrong OTP; how many tries are left. */
    int wrongOtp() {
        wrongOtps++;
        return OTPS - wrongOtps;
    }

    Instant pageExpiresAt() {
        return pageExpiresAt;
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }

    boolean isOpen(Instant now) {
        return state == State.PENDING && now.isBefore(pageExpiresAt);
    }
}
