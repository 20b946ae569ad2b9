package id.dompet.testkit.doku;

import java.time.Duration;

/** The options of a {@link DokuSimulator} that concern its tokens. Not thread-safe. */
public final class DokuTokenOptions {

    private Duration merchantLifetime = Duration.ofMinutes(15);
    private Duration customerLifetime = Duration.ofMinutes(15);
    private Duration refreshLifetime = Duration.ofDays(15);
    private boolean onlyLatestIsValid = false;
    private boolean refreshable = true;
    private boolean rotatesRefreshTokens = false;
    private boolean expiresInAsText = false;
    private boolean additionalInfoAsObject = false;

    DokuTokenOptions() {}

    /** How long merchant tokens live; 900 seconds by default (DOKU, Get Token API, B2B). */
    public DokuTokenOptions merchantLifetime(Duration value) {
        merchantLifetime = value;
        return this;
    }

    /** How long customers' tokens live; 900 seconds by default (DOKU, DOKU Wallet). */
    public DokuTokenOptions customerLifetime(Duration value) {
        customerLifetime = value;
        return this;
    }

    /** How long a refresh token outlives its token; 15 days by default, as in DOKU's sample. */
    public DokuTokenOptions refreshLifetime(Duration value) {
        refreshLifetime = value;
        return this;
    }

    /** Whether a new merchant token ends the one before (DOKU, DOKU Wallet); no by default. */
    public DokuTokenOptions onlyLatestIsValid(boolean value) {
        onlyLatestIsValid = value;
        return this;
    }

    /** Whether customers' tokens come with a refresh token; yes by default. */
    public DokuTokenOptions refreshable(boolean value) {
        refreshable = value;
        return this;
    }

    /** Whether a refresh token can be used once only; not documented, no by default. */
    public DokuTokenOptions rotatesRefreshTokens(boolean value) {
        rotatesRefreshTokens = value;
        return this;
    }

    /** Whether {@code expiresIn} is text, as in some samples; a number by default. */
    public DokuTokenOptions expiresInAsText(boolean value) {
        expiresInAsText = value;
        return this;
    }

    /** Whether {@code additionalInfo} of a token is an object; an empty text by default. */
    public DokuTokenOptions additionalInfoAsObject(boolean value) {
        additionalInfoAsObject = value;
        return this;
    }

    DokuSettings.TokenRules rules() {
        return new DokuSettings.TokenRules(
                merchantLifetime,
                customerLifetime,
                refreshLifetime,
                onlyLatestIsValid,
                refreshable,
                rotatesRefreshTokens,
                expiresInAsText,
                additionalInfoAsObject);
    }
}
