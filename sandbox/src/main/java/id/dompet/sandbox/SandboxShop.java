package id.dompet.sandbox;

import id.dompet.sandbox.console.Console;
import id.dompet.sandbox.shop.Shop;
import id.dompet.sandbox.shop.ShopSetup;
import id.dompet.sandbox.simulators.SimulatedDoku;
import id.dompet.sandbox.simulators.SimulatedDuitku;
import id.dompet.spi.TimeSource;
import id.dompet.testkit.doku.MerchantEndpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The demo shop beside the simulators: one more merchant of theirs, for as long as they run. What
 * simulators know they forget at their end, and so the shop's database goes with them.
 */
final class SandboxShop implements AutoCloseable {
    private final Shop shop;
    private final Path folder;

    private SandboxShop(Shop shop, Path folder) {
        this.shop = shop;
        this.folder = folder;
    }

    /**
     * Opens it.
     *
     * @param port 0 for any free one
     * @param clock the simulators' clock, and so the shop's
     */
    static SandboxShop start(int port, SimulatedDuitku duitku, SimulatedDoku doku, Clock clock) {
        try {
            Path folder = Files.createTempDirectory("dompet-shop");
            return new SandboxShop(
                    Shop.start(
                            new ShopSetup(
                                    port,
                                    folder,
                                    notifications -> configuration(notifications, duitku, doku),
                                    List.of(duitku.address(), doku.address()),
                                    time(clock))),
                    folder);
        } catch (IOException e) {
            throw new IllegalStateException("The demo shop has no room for its database.", e);
        }
    }

    /** For the start page. */
    Console.Place place() {
        return new Console.Place(
                shop.address().toString(),
                "Demo shop",
                "A merchant of both providers: link a wallet, order something, watch it turn paid,"
                        + " give it back, change the provider.");
    }

    private static Map<String, String> configuration(
            URI notifications, SimulatedDuitku duitku, SimulatedDoku doku) {
        URI aboutDoku = notifications.resolve("doku");
        doku.simulator()
                .notifications()
                .registerMerchant(
                        new MerchantEndpoints(aboutDoku, aboutDoku, aboutDoku), Shop::isOrder);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("dompet.environment", "sandbox");
        settings.put("dompet.providers", "duitku, doku");
        settings.put("dompet.route.default", "duitku");
        settings.put("dompet.route.DANA", "doku");
        duitku.settings().forEach((key, value) -> settings.put("dompet.duitku." + key, value));
        settings.put("dompet.duitku.callback-url", notifications.resolve("duitku").toString());
        doku.settings().forEach((key, value) -> settings.put("dompet.doku." + key, value));
        return settings;
    }

    /** The shop lives in the simulators' time; it waits in the machine's. */
    private static TimeSource time(Clock clock) {
        TimeSource machine = TimeSource.system();
        return new TimeSource() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public long nanoTime() {
                return machine.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                machine.sleep(time);
            }
        };
    }

    @Override
    public void close() {
        shop.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the shop's folder cannot be removed", e);
        }
    }
}
