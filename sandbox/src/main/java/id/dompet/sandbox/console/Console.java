package id.dompet.sandbox.console;

import id.dompet.sandbox.web.LiveChannel;
import id.dompet.sandbox.web.Router;
import id.dompet.sandbox.web.Site;
import id.dompet.sandbox.web.WebServer;
import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.duitku.DuitkuSimulator;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start page and the console, served on one port. Thread-safe. */
public final class Console implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final long LOOK_MILLIS = 300;

    private final LiveChannel live = new LiveChannel();
    private final ScheduledExecutorService watch;
    private final Sandbox sandbox;
    private final WebServer server;
    private int seen;

    /**
     * A place the start page leads to.
     *
     * @param href where
     * @param title what it is called
     * @param what what one can do there, as a sentence
     */
    public record Place(String href, String title, String what) {}

    /**
     * How it is served.
     *
     * @param bindAddress {@link WebServer#LOOPBACK} unless the user asked for more
     * @param port 0 for any free one
     * @param scriptToken what scripts prove themselves with
     * @param places what else the start page leads to, e.g. the demo shop
     * @param credentialsFile where clients find what they must know, if it was written
     */
    public record Options(
            String bindAddress,
            int port,
            String scriptToken,
            List<Place> places,
            Optional<String> credentialsFile) {

        /** Copies the list. */
        public Options {
            places = List.copyOf(places);
        }

        boolean isPublic() {
            return !WebServer.isLoopback(bindAddress);
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Options[" + bindAddress + ":" + port + "]";
        }
    }

    private Console(Sandbox sandbox, Options options) {
        this.sandbox = sandbox;
        CustomerPages customerPages = new CustomerPages(sandbox);
        Reads reads = new Reads(sandbox, customerPages);
        Router routes = new Router();
        new ConsolePages(sandbox, customerPages, reads, options).addTo(routes, live);
        new ConsoleApi(new Actions(sandbox), reads, live).addTo(routes);
        server =
                WebServer.start(
                        Site.of("console", routes).withScriptToken(options.scriptToken()),
                        options.bindAddress(),
                        options.port());
        watch =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "console-watch");
                            thread.setDaemon(true);
                            return thread;
                        });
        Future<?> unused =
                watch.scheduleWithFixedDelay(
                        this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts it.
     *
     * @param clock the one the simulators were started with
     * @throws IllegalStateException when it cannot listen; the message is a sentence
     */
    public static Console start(
            DuitkuSimulator duitku, DokuSimulator doku, SandboxClock clock, Options options) {
        return new Console(
                new Sandbox(List.of(new DuitkuProvider(duitku), new DokuProvider(doku)), clock),
                options);
    }

    /** The start page. */
    public URI url() {
        return server.url();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        live.close();
        server.close();
    }

    /** Requests and deliveries happen without the console: it looks whether something did. */
    private void look() {
        try {
            int now = sandbox.fingerprint();
            if (now != seen) {
                seen = now;
                live.changed();
            }
        } catch (RuntimeException e) {
            LOG.error("the console cannot look at the simulators", e);
        }
    }
}
