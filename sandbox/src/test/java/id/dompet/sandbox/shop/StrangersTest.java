package id.dompet.sandbox.shop;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.sandbox.shop.Visitor.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of people who should not make them, and of programs that were never given a form. */
final class StrangersTest extends ShopVisit {
    @Test
    void nobodySeesOrPaysTheOrdersOfOthers() {
        linkOvo();
        Page form = buyTubruk();
        Page paid =
                until(visitor.press(visitor.press(form, "Pay with OVO"), "Pay Rp 18.000"), "PAID");
        Page wallet = visitor.click(at("/wallets"), "Balance of OVO");
        Page menu = at("/");
        visitor.press(menu, menu.button("That is me"), Map.of("customer", "siti"));

        assertThat(at("/").text()).contains("Siti Rahayu");
        assertThat(visitor.open(paid.url()).status()).isEqualTo(404);
        assertThat(visitor.open(wallet.url()).status()).isEqualTo(404);
        assertThat(visitor.press(form, "Pay with OVO").status()).isEqualTo(409);
        assertThat(visitor.press(form, "Pay in the DANA app").status()).isEqualTo(409);
        assertThat(at("/orders").text()).contains("You have not ordered anything yet.");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders, 'item=kopi-tubruk&order=kopi-aaaaaaaaaaaa&means=', 400",
        "/orders, 'item=kopi-tubruk&order=../../x&means=wallet:DANA', 400",
        "/orders, 'item=tea&order=kopi-aaaaaaaaaaaa&means=wallet:DANA', 400",
        "/orders, 'item=kopi-tubruk&order=kopi-aaaaaaaaaaaa&means=link:nobody', 409",
        "/customer, 'customer=<b>', 400",
        "/wallets, 'wallet=GOPAY', 400",
        "/counter/provider, 'provider=xendit', 400",
        "/wallets/nobody/unlink, '', 200",
        "/orders/kopi-aaaaaaaaaaaa/refund, '', 404"
    })
    void formsThatNobodyMadeAreRefusedInWords(String path, String fields, int status) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String pair : fields.split("&", -1)) {
            String[] halves = pair.split("=", 2);
            if (halves.length == 2) {
                all.put(halves[0], halves[1]);
            }
        }
        String token = tokenOf(at("/"));
        assertThat(visitor.follow(Visitor.post(street.shop.address().resolve(path), all)).status())
                .isEqualTo(403);
        all.put("token", token);

        Page page = visitor.follow(Visitor.post(street.shop.address().resolve(path), all));

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.document().select("main").text()).isNotBlank();
        assertThat(street.duitku.transactions()).isEmpty();
        assertThat(street.doku.transactions()).isEmpty();
    }

    @Test
    void aForgedNotificationChangesNothing() {
        linkOvo();
        Page wallet = visitor.press(buyTubruk(), "Pay with OVO");
        Page order = visitor.click(at("/orders"), "Kopi tubruk");
        String reference = order.document().select("code").text();
        Page forged =
                visitor.follow(
                        Visitor.post(
                                street.shop.address().resolve("/notify/duitku"),
                                Map.of(
                                        "merchantCode",
                                        street.duitku.merchantCode(),
                                        "amount",
                                        "18000",
                                        "merchantOrderId",
                                        reference,
                                        "resultCode",
                                        "00",
                                        "signature",
                                        "0".repeat(64))));

        assertThat(forged.status()).isBetween(400, 499);
        assertThat(visitor.open(order.url()).document().select("#state").text())
                .isEqualTo("AWAITING CUSTOMER");
        assertThat(wallet.status()).isEqualTo(200);
        assertThat(
                        visitor.follow(
                                        Visitor.post(
                                                street.shop.address().resolve("/notify/xendit"),
                                                Map.of("a", "b")))
                                .status())
                .isEqualTo(404);
    }
}
