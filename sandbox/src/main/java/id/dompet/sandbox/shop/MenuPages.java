package id.dompet.sandbox.shop;

import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.Wallet;
import id.dompet.sandbox.web.Pages;
import id.dompet.sandbox.web.Refused;
import id.dompet.sandbox.web.Reply;
import id.dompet.sandbox.web.WebRequest;
import id.dompet.spi.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The menu, and the way to pay for what is on it. */
final class MenuPages {
    private final Pages pages;
    private final Running running;
    private final Visitors visitors;

    MenuPages(Pages pages, Running running, Visitors visitors) {
        this.pages = pages;
        this.running = running;
        this.visitors = visitors;
    }

    /** One choice of a form. */
    record Choice(String value, String label, String about, boolean chosen) {}

    private record Card(String id, String name, String about, String price) {
        static Card of(Item item) {
            return new Card(item.id(), item.name(), item.about(), Words.rupiah(item.price()));
        }
    }

    Reply show(WebRequest request) {
        Customer me = visitors.of(request);
        return pages.show(
                request,
                "menu",
                "Selamat datang, " + me.name(),
                Map.of(
                        "people",
                        People.ALL.stream()
                                .map(
                                        each ->
                                                new Choice(
                                                        each.reference(),
                                                        each.name(),
                                                        "",
                                                        each.equals(me)))
                                .toList(),
                        "items",
                        Item.MENU.stream().map(Card::of).toList()));
    }

    Reply become(WebRequest request) {
        Customer customer =
                People.of(request.field("customer"))
                        .orElseThrow(() -> Refused.bad("The shop has no such customer."));
        visitors.become(request.session(), customer);
        request.session().say("You are " + customer.name() + " now.");
        return Reply.seeOther("/");
    }

    /** The form carries the order's reference, so that sending it twice is one order. */
    Reply buy(WebRequest request) {
        Item item =
                Item.of(request.path("item"))
                        .orElseThrow(() -> Refused.missing("That is not on the menu."));
        List<Choice> means = running.with(backend -> means(backend, visitors.of(request)));
        return pages.show(
                request,
                "buy",
                "Pay for " + item.name(),
                Map.of(
                        "item", Card.of(item),
                        "order", References.order(),
                        "means", means,
                        "none", means.isEmpty()));
    }

    private static List<Choice> means(Backend backend, Customer me) {
        List<Choice> means = new ArrayList<>();
        for (Binding binding : backend.wallets().of(me)) {
            means.add(
                    new Choice(
                            "link:" + binding.id(),
                            "Pay with " + Words.wallet(binding.wallet()),
                            "Linked through " + binding.provider() + "; confirm with your PIN.",
                            false));
        }
        for (Wallet wallet : List.of(Wallet.DANA, Wallet.SHOPEEPAY)) {
            backend.wallets()
                    .route(wallet, Capability.PAY_REDIRECT)
                    .ifPresent(
                            provider ->
                                    means.add(
                                            new Choice(
                                                    "wallet:" + wallet.code(),
                                                    "Pay in the " + Words.wallet(wallet) + " app",
                                                    "Through " + provider + ", without linking.",
                                                    false)));
        }
        return means;
    }

    Reply style(WebRequest request) {
        try (InputStream file = MenuPages.class.getResourceAsStream("shop.css")) {
            if (file == null) {
                throw new IllegalStateException("shop.css is missing from the program");
            }
            return Reply.bytes(200, "text/css; charset=utf-8", file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
