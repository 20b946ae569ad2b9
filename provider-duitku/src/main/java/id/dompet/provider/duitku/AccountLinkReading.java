package id.dompet.provider.duitku;

import id.dompet.model.UnknownCause;

/** What an answer to an account link call says, before the operation decides what that means. */
sealed interface AccountLinkReading {

    /** A documented code. */
    record Coded(DuitkuCodes.Result result, JsonObject json, String words)
            implements AccountLinkReading {}

    /** Anything else: nothing is known. */
    record Open(UnknownCause cause, String detail) implements AccountLinkReading {}
}
