package id.dompet.testkit.conformance.bench;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.testkit.simulated.SimulatorSetup;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Opens facades with the module under test, on the bench's clock, and closes them. */
final class Facades implements AutoCloseable {
    private final Bench bench;
    private final List<Dompet> opened = new CopyOnWriteArrayList<>();
    private @Nullable Dompet impatient;

    Facades(Bench bench) {
        this.bench = bench;
    }

    DompetConfig config() {
        return config(bench.setup, bench.provider.baseUrl());
    }

    DompetConfig config(SimulatorSetup setup, URI address) {
        Map<String, String> all = new HashMap<>();
        all.put("dompet.environment", "sandbox");
        all.put("dompet.providers", Bench.ID.value());
        all.put("dompet.question-repeats", "0");
        String prefix = "dompet." + Bench.ID + ".";
        all.put(prefix + "type", bench.subject.plugin().type());
        bench.subject
                .settings(setup, address)
                .forEach((key, value) -> all.put(prefix + key, value));
        return DompetConfig.of(all);
    }

    synchronized Dompet impatient() {
        if (impatient == null) {
            String patience = bench.scale.patience().toMillis() + "ms";
            impatient =
                    open(
                            config().with(
                                            Map.of(
                                                    "dompet.call-timeout", patience,
                                                    "dompet.question-timeout", patience)));
        }
        return impatient;
    }

    Dompet open(DompetConfig config) {
        return open(config, UnaryOperator.identity());
    }

    Dompet open(DompetConfig config, UnaryOperator<Dompet.Builder> more) {
        Dompet.Builder builder =
                Dompet.builder(config)
                        .plugin(bench.subject.plugin())
                        .credentials(bench.store)
                        .time(new BenchTime(bench.clock));
        Dompet dompet = more.apply(builder).open();
        opened.add(dompet);
        return dompet;
    }

    @Override
    public void close() {
        opened.forEach(Dompet::close);
    }
}
