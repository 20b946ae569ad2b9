package id.dompet.sandbox.shop;

import id.dompet.DompetConfig;
import id.dompet.sandbox.web.LiveChannel;
import id.dompet.sandbox.web.Reply;
import id.dompet.sandbox.web.Router;
import id.dompet.sandbox.web.Site;
import id.dompet.sandbox.web.WebServer;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The demo shop, open for browsers on this machine. Whoever starts it has simulated providers that
 * run already. Thread-safe.
 */
public final class Shop implements AutoCloseable {
    private final WebServer server;
    private final LiveChannel live;
    private final Running running;
    private final JdbcConnectionPool database;

    private Shop(WebServer server, LiveChannel live, Running running, JdbcConnectionPool database) {
        this.server = server;
        this.live = live;
        this.running = running;
        this.database = database;
    }

    /**
     * Opens it.
     *
     * @throws IllegalStateException when it cannot listen, or its folder cannot be used
     * @throws id.dompet.model.DompetException.Misconfigured when the configuration is wrong
     */
    public static Shop start(ShopSetup setup) {
        LiveChannel live = new LiveChannel();
        // The pages need an address before there is a backend behind them.
        CompletableFuture<Front> front = new CompletableFuture<>();
        WebServer server =
                WebServer.start(
                        Site.of("shop", routes(front, live)).leadingTo(setup.walletPages()),
                        WebServer.LOOPBACK,
                        setup.port());
        Premises premises = null;
        try {
            premises = Premises.in(setup.folder());
            DompetConfig config =
                    DompetConfig.of(setup.configuration().apply(server.url().resolve("/notify/")));
            OrderBook book = new OrderBook(premises.database());
            Backend.Own own =
                    new Backend.Own(
                            premises.database(),
                            premises.key(),
                            book,
                            server.url(),
                            setup.time(),
                            live::changed);
            Running running = new Running(own, config);
            front.complete(new Front(running, setup.time()));
            return new Shop(server, live, running, premises.database());
        } catch (RuntimeException e) {
            front.completeExceptionally(e);
            server.close();
            if (premises != null) {
                premises.database().dispose();
            }
            throw e;
        }
    }

    /** Whether a payment reference is one of the shop's. */
    public static boolean isOrder(String reference) {
        return References.isOrder(reference);
    }

    /** Where browsers find it. */
    public URI address() {
        return server.url();
    }

    /** Closes pages, backend and database; what is open is taken up by the next shop there. */
    @Override
    public void close() {
        live.close();
        server.close();
        running.close();
        database.dispose();
    }

    private static Router routes(CompletableFuture<Front> front, LiveChannel live) {
        Router routes = new Router();
        new Routes(page -> request -> page.apply(front.join()).answer(request)).addTo(routes);
        return routes.get("/events", request -> Reply.events(live));
    }
}
