package id.dompet.testkit.scripted;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Text that nobody can guess, as a provider would make it. */
final class Tickets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Tickets() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A page of the provider's: only {@link ScriptedCustomer} can open it. */
    static URI page(String provider, String kind) {
        return URI.create("https://" + provider + ".example/" + kind + "?ticket=" + next());
    }
}
