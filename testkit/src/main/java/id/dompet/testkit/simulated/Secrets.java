package id.dompet.testkit.simulated;

import id.dompet.testkit.RandomText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes random secrets and remembers them. Not thread-safe. */
final class Secrets {
    private static final int LENGTH = 32;
    private static final int ID_LENGTH = 16;

    private final RandomText random = new RandomText();
    private final Set<String> issued = new LinkedHashSet<>();

    String next() {
        String secret = random.pick(RandomText.MIXED, LENGTH);
        issued.add(secret);
        return secret;
    }

    /** Random as well, but nothing to hide. */
    String id() {
        return random.pick(RandomText.DIGITS, ID_LENGTH);
    }

    Collection<String> issued() {
        return List.copyOf(issued);
    }
}
