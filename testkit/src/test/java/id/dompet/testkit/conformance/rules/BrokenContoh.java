package id.dompet.testkit.conformance.rules;

import id.dompet.spi.WalletProviderPlugin;
import id.dompet.testkit.conformance.bench.Scale;
import id.dompet.testkit.conformance.defects.Defect;
import id.dompet.testkit.conformance.defects.Trial;
import id.dompet.testkit.reference.ContohConformance;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The suite for the module with one fault; only {@link Trial} runs it. */
public class BrokenContoh extends ContohConformance {
    /** JUnit makes the instances, so this is the only way in. One trial runs at a time. */
    public static volatile @Nullable Defect defect;

    @Override
    protected WalletProviderPlugin plugin() {
        return current().plugin().get();
    }

    @Override
    Scale scale() {
        return current().scale();
    }

    /** Not among the reports of modules that are meant to be correct. */
    @Override
    Path reports() {
        return Path.of("target", "broken");
    }

    private static Defect current() {
        Defect broken = defect;
        if (broken == null) {
            throw new IllegalStateException("only RulesBiteTest runs this suite");
        }
        return broken;
    }
}
