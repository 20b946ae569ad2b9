package id.dompet.http;

import org.jspecify.annotations.Nullable;

/** The two ways a request can fail to be answered. They differ in the only thing that matters. */
public abstract sealed class HttpFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HttpFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Not one byte of the request left this machine: name not resolved, connection refused, TLS
     * failed, no free connection. Sending it later is safe.
     */
    public static final class NotSent extends HttpFailure {
        private static final long serialVersionUID = 1L;

        /** States what failed, without secrets. */
        public NotSent(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * It may have arrived, and a complete answer did not: deadline, reset, closed, truncated, or
     * larger than allowed.
     */
    public static final class NoAnswer extends HttpFailure {
        private static final long serialVersionUID = 1L;

        /** States what failed, without secrets. */
        public NoAnswer(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
