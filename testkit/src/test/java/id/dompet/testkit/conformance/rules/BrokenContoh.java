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
    /** JUnit makes the instances, on the thread of the trial, so this is the only way in. */
    private static final ThreadLocal<@Nullable Defect> CURRENT = new ThreadLocal<>();

    private final @Nullable Defect broken = CURRENT.get();

    /** The fault of the trial that this thread runs from now on. */
    public static void defect(@Nullable Defect defect) {
        if (defect == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(defect);
        }
    }

    @Override
    protected WalletProviderPlugin plugin() {
        return fault().plugin().get();
    }

    @Override
    Scale scale() {
        return fault().scale();
    }

    /** Not among the reports of modules that are meant to be correct; for each thread its own. */
    @Override
    Path reports() {
        return Path.of("target", "broken", Long.toString(Thread.currentThread().getId()));
    }

    private Defect fault() {
        if (broken == null) {
            throw new IllegalStateException("only RulesBiteTest runs this suite");
        }
        return broken;
    }
}
