package id.dompet.sandbox.shop;

import id.dompet.sandbox.web.Handler;
import id.dompet.sandbox.web.Router;
import java.util.function.Function;

/** Every address of the shop, on one screen. */
final class Routes {
    private final Function<Function<Front, Handler>, Handler> of;

    /**
     * Routes.
     *
     * @param of makes a handler out of a page of the shop, which may open later than its server
     */
    Routes(Function<Function<Front, Handler>, Handler> of) {
        this.of = of;
    }

    void addTo(Router routes) {
        routes.get("/", of.apply(front -> front.menu()::show))
                .post("/customer", of.apply(front -> front.menu()::become))
                .get("/buy/{item}", of.apply(front -> front.menu()::buy))
                .get("/shop.css", of.apply(front -> front.menu()::style))
                .post("/orders", of.apply(front -> front.orders()::pay))
                .get("/orders", of.apply(front -> front.orders()::all))
                .get("/orders/{order}", of.apply(front -> front.orders()::show))
                .get("/orders/{order}/back", of.apply(front -> front.orders()::cameBack))
                .post("/orders/{order}/ask", of.apply(front -> front.orders()::ask))
                .post("/orders/{order}/refund", of.apply(front -> front.orders()::giveBack))
                .get("/wallets", of.apply(front -> front.wallets()::all))
                .post("/wallets", of.apply(front -> front.wallets()::link))
                .get("/linked/{nonce}", of.apply(front -> front.wallets()::linked))
                .get("/wallets/{id}", of.apply(front -> front.wallets()::show))
                .get("/wallets/{id}/unlink", of.apply(front -> front.wallets()::beforeUnlinking))
                .post("/wallets/{id}/unlink", of.apply(front -> front.wallets()::unlink))
                .get("/counter", of.apply(front -> front.counter()::show))
                .post("/counter/provider", of.apply(front -> front.counter()::standard))
                .inbound("/notify/{provider}", of.apply(front -> front.counter()::notified));
    }
}
