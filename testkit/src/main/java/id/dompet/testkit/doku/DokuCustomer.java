package id.dompet.testkit.doku;

import id.dompet.testkit.PageVisitor;
import id.dompet.testkit.PinCounter;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A customer with a browser, for tests: fills in the pages over HTTP as a person would. The address
 * a page leads to is handed back, not opened. Thread-safe.
 */
public final class DokuCustomer {

    /** The PIN of every simulated wallet. */
    public static final String RIGHT_PIN = PinCounter.RIGHT_PIN;

    /** The one-time code that every binding page waits for. */
    public static final String RIGHT_OTP = "123456";

    /** Who pays in a wallet's own app when nobody says otherwise. */
    static final String LOCAL_PHONE = "081234567890";

    private final PageVisitor browser = new PageVisitor();

    DokuCustomer() {}

    /**
     * Confirms a binding (code, then PIN) or a payment (PIN); the URL the browser is sent to. In a
     * wallet's own app, {@code 081234567890} pays.
     */
    public URI confirm(URI page) {
        if (page.getPath().startsWith(Routes.BINDING_PAGE)) {
            enterOtp(page, RIGHT_OTP);
        }
        return lead(enterPin(page, RIGHT_PIN));
    }

    /** Confirms a payment in a wallet's own app, logged in with this number. */
    public URI confirmAs(URI page, String phoneNumber) {
        return lead(
                browser.submit(
                        page, Map.of("action", "confirm", "phone", phoneNumber, "pin", RIGHT_PIN)));
    }

    /** Presses "decline"; the URL the browser is sent to. */
    public URI decline(URI page) {
        return lead(browser.submit(page, Map.of("action", "decline")));
    }

    /** Enters the one-time code of a binding; empty when the page goes on asking. */
    public Optional<URI> enterOtp(URI page, String otp) {
        return browser.submit(page, Map.of("action", "confirm", "otp", otp));
    }

    /** Enters a PIN; empty when the page asks again or can no longer be used. */
    public Optional<URI> enterPin(URI page, String pin) {
        return browser.submit(page, Map.of("action", "confirm", "pin", pin));
    }

    private static URI lead(Optional<URI> address) {
        return address.orElseThrow(
                () -> new IllegalStateException("the page did not lead anywhere"));
    }
}
