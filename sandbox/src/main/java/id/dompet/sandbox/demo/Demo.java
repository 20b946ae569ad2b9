package id.dompet.sandbox.demo;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.ledger.Ledger;
import id.dompet.ledger.LedgerDatabase;
import id.dompet.model.DompetException;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import id.dompet.sandbox.cli.UserError;
import id.dompet.spi.Capability;
import id.dompet.spi.ProviderProfile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Plays every journey of the chosen providers, one after the other. For one thread. */
final class Demo implements AutoCloseable {
    /** People are watching. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(100);

    private static final Set<Wallet> PLAYED =
            Set.of(Wallet.OVO, Wallet.SHOPEEPAY, Wallet.DANA, Wallet.LINKAJA, Wallet.GOPAY);

    private final Scene scene;
    private final Map<Leg, Journey.Counter> counters = new LinkedHashMap<>();
    private final List<Dompet> opened = new ArrayList<>();
    private final List<Ledger> ledgers = new ArrayList<>();
    private final NotificationWatch watch = new NotificationWatch();

    /**
     * Where a demo takes place.
     *
     * @param config the merchant's configuration
     * @param instances those to be played
     * @param database the shop's, with the ledger's tables
     * @param ears hear their notifications
     * @param pages where customers' browsers come back to
     * @param simulated whether the providers are this demo's own simulators
     */
    record Scene(
            DompetConfig config,
            List<Instance> instances,
            LedgerDatabase database,
            Ears ears,
            URI pages,
            boolean simulated) {}

    private Demo(Scene scene) {
        this.scene = scene;
    }

    /** Opens what is needed; a wrong configuration is noticed here. */
    static Demo open(Scene scene) {
        Demo demo = new Demo(scene);
        try {
            for (Instance instance : scene.instances()) {
                demo.add(instance.name());
            }
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
        if (demo.counters.isEmpty()) {
            demo.close();
            throw UserError.usage("No provider was chosen that can link and charge a wallet.");
        }
        return demo;
    }

    /** Plays; whether every step did what it should. */
    boolean play(Report report, List<String> legend, Consumer<RuntimeException> onFailure) {
        Tally tally = new Tally(report::step);
        report.begin(
                scene.simulated()
                        ? "against simulators on this machine, no real money; the shop's ledger is"
                                + " on H2"
                        : "against the addresses of the configuration; the shop's ledger is on H2",
                legend,
                List.copyOf(counters.keySet()));
        counters.forEach(
                (leg, counter) ->
                        new Journey(leg, counter).play(new Course(leg, tally, onFailure)));
        StepResult summary = tally.summary(List.copyOf(counters.keySet()));
        report.step(summary);
        return summary.ok();
    }

    @Override
    public void close() {
        ledgers.forEach(Ledger::close);
        opened.forEach(Dompet::close);
    }

    private void add(ProviderId name) {
        Dompet dompet = routedTo(name);
        Ledger ledger =
                Ledger.builder(dompet, scene.database())
                        .handler(watch)
                        .interval(BETWEEN_ROUNDS)
                        .open()
                        .start();
        ledgers.add(ledger);
        Shop shop = new Shop(ledger, scene.pages());
        scene.ears().listen(name, inbound -> ledger.receive(name, inbound));
        for (Wallet wallet : wallets(dompet, name)) {
            counters.put(
                    new Leg(name, wallet),
                    new Journey.Counter(
                            dompet,
                            shop,
                            watch,
                            scene.pages(),
                            scene.ears().deafness(name),
                            scene.simulated()));
        }
    }

    /** Whatever the merchant's routes say, this journey goes to this provider. */
    private Dompet routedTo(ProviderId name) {
        Map<String, String> routes = new LinkedHashMap<>();
        routes.put("dompet.route.default", name.value());
        Dompet dompet = open(routes);
        for (Wallet wallet : wallets(dompet, name)) {
            if (!goesTo(name, dompet, wallet)) {
                routes.put("dompet.route." + wallet, name.value());
            }
        }
        return routes.size() == 1 ? dompet : open(routes);
    }

    private Dompet open(Map<String, String> routes) {
        Dompet dompet =
                Dompet.builder(scene.config().with(routes))
                        .credentials(scene.database().credentials())
                        .open();
        opened.add(dompet);
        return dompet;
    }

    private static boolean goesTo(ProviderId name, Dompet dompet, Wallet wallet) {
        try {
            return dompet.route(wallet, Capability.BIND).equals(name);
        } catch (DompetException.Unsupported e) {
            return false;
        }
    }

    private static List<Wallet> wallets(Dompet dompet, ProviderId name) {
        ProviderProfile profile = dompet.providers().get(name);
        return profile == null
                ? List.of()
                : profile.wallets().keySet().stream()
                        .filter(wallet -> profile.can(wallet, Capability.BIND))
                        .filter(wallet -> profile.can(wallet, Capability.PAY_LINKED))
                        // The others have rules of their own for references and devices.
                        .filter(PLAYED::contains)
                        .sorted(Comparator.comparing(Wallet::code))
                        .toList();
    }
}
