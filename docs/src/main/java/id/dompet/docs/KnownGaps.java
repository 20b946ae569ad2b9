package id.dompet.docs;

import id.dompet.testkit.conformance.Waiver;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;

/** What the waivers of a provider module look like. */
public final class KnownGaps {
    private KnownGaps() {}

    /** One rule that cannot be kept before the end of January. */
    public static List<Waiver> waivers() {
        // snippet: waivers
        return List.of(
                new Waiver(
                        "PAY-10",
                        "the provider's sandbox never renews tokens",
                        URI.create("https://tracker.example/1234"),
                        LocalDate.of(2027, 1, 31)));
        // end
    }
}
