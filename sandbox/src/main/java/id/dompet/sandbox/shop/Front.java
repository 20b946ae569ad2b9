package id.dompet.sandbox.shop;

import id.dompet.sandbox.web.Pages;
import id.dompet.spi.TimeSource;
import java.util.List;

/** What customers see. */
final class Front {
    private static final List<Pages.Link> NAVIGATION =
            List.of(
                    new Pages.Link("/", "Menu"),
                    new Pages.Link("/orders", "Orders"),
                    new Pages.Link("/wallets", "Wallets"),
                    new Pages.Link("/counter", "Behind the counter"));

    private final MenuPages menu;
    private final OrderPages orders;
    private final WalletPages wallets;
    private final CounterPages counter;

    Front(Running running, TimeSource time) {
        Pages pages = Pages.of(Front.class, Wallets.SHOP + " (demo shop)", NAVIGATION);
        Visitors visitors = new Visitors();
        Inbox inbox = new Inbox(time);
        menu = new MenuPages(pages, running, visitors);
        orders = new OrderPages(pages, running, visitors, inbox);
        wallets = new WalletPages(pages, running, visitors);
        counter = new CounterPages(pages, running, inbox);
    }

    MenuPages menu() {
        return menu;
    }

    OrderPages orders() {
        return orders;
    }

    WalletPages wallets() {
        return wallets;
    }

    CounterPages counter() {
        return counter;
    }
}
