package id.dompet.sandbox.shop;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.sandbox.shop.Visitor.Page;
import id.dompet.testkit.doku.DokuTransaction;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who presses whatever can be pressed, on pages of now and of a while ago. */
final class MonkeyTest {
    private static final int STEPS = 120;

    @TempDir private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsPressedNothingBreaksAndNothingIsChargedTwice(long seed) {
        Random random = new Random(seed);
        List<String> pressed = new ArrayList<>();
        try (Street street = new Street(folder.resolve("shop-" + seed), "duitku")) {
            Visitor visitor = new Visitor();
            List<Page> tabs = new ArrayList<>();
            tabs.add(visitor.open(street.shop.address()));
            for (int step = 0; step < STEPS; step++) {
                Page tab = tabs.get(random.nextInt(tabs.size()));
                Page next = press(visitor, tab, random, pressed, street);
                assertThat(next.status()).as("after %s", pressed).isLessThan(500);
                tabs.add(next);
                if (tabs.size() > 6) {
                    tabs.remove(random.nextInt(tabs.size()));
                }
            }
            assertOnce(street);
            assertThat(pressed)
                    .as("it went to the wallets")
                    .anyMatch(each -> each.contains("Pay "));
        }
    }

    private static Page press(
            Visitor visitor, Page tab, Random random, List<String> pressed, Street street) {
        List<Element> buttons = tab.document().select("button");
        List<Element> links = new ArrayList<>(tab.document().select("a[href]"));
        links.removeIf(link -> !isOurs(tab.leadsTo(link.attr("href")), street));
        int choice = random.nextInt(buttons.size() * 2 + links.size() + 1);
        if (choice < buttons.size() * 2) {
            Element button = buttons.get(choice / 2);
            pressed.add(button.text());
            // One code in four is wrong.
            Map<String, String> typed = random.nextInt(4) == 0 ? Map.of("pin", "000000") : Map.of();
            return visitor.press(tab, button, typed);
        }
        if (choice < buttons.size() * 2 + links.size()) {
            Element link = links.get(choice - buttons.size() * 2);
            pressed.add(link.text());
            return visitor.open(tab.leadsTo(link.attr("href")));
        }
        pressed.add("reload");
        return visitor.open(street.shop.address());
    }

    private static boolean isOurs(URI url, Street street) {
        return Set.of(
                        street.shop.address().getPort(),
                        street.duitku.webApiBaseUrl().getPort(),
                        street.doku.baseUrl().getPort())
                .contains(url.getPort());
    }

    /** Every reference moved money out at most once, and back at most once. */
    private static void assertOnce(Street street) {
        assertThat(street.duitku.ledger().ordersChargedTwice()).isEmpty();
        assertThat(street.doku.ledger().ordersChargedTwice()).isEmpty();
        for (DokuTransaction payment : street.doku.transactions()) {
            assertThat(street.doku.ledger().refundedFor(payment.partnerReferenceNo()))
                    .isLessThanOrEqualTo(payment.amount());
        }
    }
}
