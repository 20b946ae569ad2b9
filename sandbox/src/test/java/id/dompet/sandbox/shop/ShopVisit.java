package id.dompet.sandbox.shop;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.sandbox.shop.Visitor.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A shop that is open, and somebody who walks in. */
abstract class ShopVisit {
    @TempDir private Path folder = Path.of("");

    final Visitor visitor = new Visitor();
    Street street;

    @BeforeEach
    final void open() {
        street = new Street(folder, "duitku");
    }

    @AfterEach
    final void close() {
        street.close();
    }

    final Page at(String path) {
        return visitor.open(street.shop.address().resolve(path));
    }

    final Page linkOvo() {
        Page wallet = visitor.press(at("/wallets"), "Link OVO");
        Page back =
                wallet.has("Continue")
                        ? visitor.press(visitor.press(wallet, "Continue"), "Link account")
                        : visitor.press(wallet, "Link account");
        assertThat(back.text()).contains("OVO is linked.");
        return wallet;
    }

    /** The page of the order, once it says so. */
    final Page until(Page order, String state) {
        Page page = order;
        for (int tries = 0; tries < 400; tries++) {
            if (page.document().select("#state").text().equals(state)
                    && !page.document().select(".events li").isEmpty()) {
                return page;
            }
            page = visitor.open(order.url());
        }
        throw new AssertionError("never " + state + ": " + page.text());
    }

    final Page buyTubruk() {
        return at("/buy/kopi-tubruk");
    }

    final Page pay() {
        return visitor.press(visitor.press(buyTubruk(), "Pay with OVO"), "Pay Rp 18.000");
    }

    static String tokenOf(Page page) {
        return page.document().select("input[name=token]").attr("value");
    }
}
