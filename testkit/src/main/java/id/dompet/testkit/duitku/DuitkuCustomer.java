package id.dompet.testkit.duitku;

import id.dompet.testkit.PageVisitor;
import id.dompet.testkit.PinCounter;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A customer with a browser, for tests: fills in the pages over HTTP as a person would. The return
 * URL is handed back, not opened. Thread-safe.
 */
public final class DuitkuCustomer {

    /** The PIN of every simulated wallet. */
    public static final String RIGHT_PIN = PinCounter.RIGHT_PIN;

    private final PageVisitor browser = new PageVisitor();

    DuitkuCustomer() {}

    /** Enters the right PIN; the URL the browser is sent to. */
    public URI confirm(URI page) {
        return enterPin(page, RIGHT_PIN)
                .orElseThrow(() -> new IllegalStateException("the page did not lead anywhere"));
    }

    /** Presses "decline"; the URL the browser is sent to. */
    public URI decline(URI page) {
        return browser.submit(page, Map.of("action", "decline"))
                .orElseThrow(() -> new IllegalStateException("the page did not lead anywhere"));
    }

    /** Enters a PIN; empty when the page asks again or can no longer be used. */
    public Optional<URI> enterPin(URI page, String pin) {
        return browser.submit(page, Map.of("action", "confirm", "pin", pin));
    }
}
