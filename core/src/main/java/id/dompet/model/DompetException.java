package id.dompet.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nothing happened at the provider. That is the promise of every exception from this library;
 * whatever might have happened is an outcome with the state UNKNOWN.
 */
public abstract sealed class DompetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String provider;
    private final String providerCode;

    DompetException(
            @Nullable ProviderId provider,
            String providerCode,
            String message,
            @Nullable Throwable cause) {
        super(provider == null ? message : provider + ": " + message, cause);
        this.provider = provider == null ? null : provider.value();
        this.providerCode = providerCode;
    }

    /** Which provider it is about, if it is about one. */
    public Optional<ProviderId> provider() {
        return Optional.ofNullable(provider).map(ProviderId::new);
    }

    /** The provider's own code, or empty text. For support tickets, not for program logic. */
    public String providerCode() {
        return providerCode;
    }

    /**
     * Configuration: unknown key, missing key, no such module, a handle whose provider is not
     * configured. Fix and restart.
     */
    public static final class Misconfigured extends DompetException {
        private static final long serialVersionUID = 1L;

        // Lists made by List.copyOf can be serialised, and so can problems.
        @SuppressWarnings("serial")
        private final List<Problem> problems;

        /** Every problem that was found, in one message. */
        public Misconfigured(List<Problem> problems) {
            super(null, "", describe(problems), null);
            this.problems = List.copyOf(problems);
        }

        /** One problem. */
        public Misconfigured(Problem problem) {
            this(List.of(problem));
        }

        /** Each of them, for programs that show them in their own way. */
        public List<Problem> problems() {
            return problems;
        }

        private static String describe(List<Problem> problems) {
            return problems.stream()
                    .map(problem -> " - " + problem)
                    .collect(
                            Collectors.joining(
                                    "\n",
                                    problems.size() + " problem(s) in the configuration:\n",
                                    ""));
        }
    }

    /** The provider does not declare this for this wallet. Ask {@code providers()} first. */
    public static final class Unsupported extends DompetException {
        private static final long serialVersionUID = 1L;

        /** Names the capability, the wallet and who can do it instead. */
        public Unsupported(ProviderId provider, String message) {
            super(provider, "", message, null);
        }
    }

    /** The request itself is wrong; it will be wrong next time too. */
    public static final class InvalidRequest extends DompetException {
        private static final long serialVersionUID = 1L;

        /** Refused before anything was sent. */
        public InvalidRequest(ProviderId provider, String message) {
            super(provider, "", message, null);
        }

        /** Refused by the provider, with its code. */
        public InvalidRequest(ProviderId provider, String code, String message) {
            super(provider, code, message, null);
        }
    }

    /** The merchant's own credentials were refused. Alert someone. */
    public static final class CredentialsRefused extends DompetException {
        private static final long serialVersionUID = 1L;

        /** Names the setting that may be wrong, not its value. */
        public CredentialsRefused(ProviderId provider, String code, String message) {
            super(provider, code, message, null);
        }
    }

    /** The customer must link again. */
    public static final class BindingUnusable extends DompetException {
        private static final long serialVersionUID = 1L;

        /** Says how the provider put it. */
        public BindingUnusable(ProviderId provider, String code, String message) {
            super(provider, code, message, null);
        }
    }

    /** Could not be reached, or would not answer a harmless question. Try later. */
    public static final class Unavailable extends DompetException {
        private static final long serialVersionUID = 1L;

        /** Says how far the request came. */
        public Unavailable(ProviderId provider, String message, @Nullable Throwable cause) {
            super(provider, "", message, cause);
        }
    }

    /** The provider wants to be asked less often. Core does not repeat such a question. */
    public static final class RateLimited extends DompetException {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        /** With the wait that the provider asked for, if it named one. */
        public RateLimited(ProviderId provider, String message, Optional<Duration> retryAfter) {
            super(provider, "", message, null);
            this.retryAfter = retryAfter.orElse(null);
        }

        /** The wait that the provider asked for, if it named one. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /**
     * The provider module failed before anything was sent: a bug, to be reported to its authors.
     */
    public static final class ProviderFault extends DompetException {
        private static final long serialVersionUID = 1L;

        /** With the module's own exception. */
        public ProviderFault(ProviderId provider, String message, @Nullable Throwable cause) {
            super(provider, "", message, cause);
        }
    }
}
