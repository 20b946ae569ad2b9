package id.dompet.testkit.doku;

import java.time.Instant;
import java.util.Optional;

/** A customer's token and what came with it. */
record CustomerToken(
        Binding binding, String token, Instant expiresAt, Optional<RefreshToken> refresh) {

    /** The means to get the next one. */
    record RefreshToken(Binding binding, String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "RefreshToken[until " + expiresAt + "]";
        }
    }

    @Override
    public String toString() {
        return "CustomerToken[until " + expiresAt + "]";
    }
}
