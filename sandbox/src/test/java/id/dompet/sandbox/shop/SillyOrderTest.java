package id.dompet.sandbox.shop;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.sandbox.shop.Visitor.Page;
import id.dompet.testkit.duitku.Channel;
import id.dompet.testkit.duitku.DuitkuOperation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Buttons pressed twice, too late, and in two tabs. */
final class SillyOrderTest extends ShopVisit {
    private static final String BUDI = "081234567890";
    private static final int CLICKS = 6;

    private long asked(DuitkuOperation operation) {
        return street.duitku.journal().count(operation);
    }

    /** All at once. */
    private List<Page> often(Callable<Page> click) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLICKS);
        try {
            List<Future<Page>> clicks =
                    IntStream.range(0, CLICKS).mapToObj(unused -> threads.submit(click)).toList();
            List<Page> pages = new ArrayList<>();
            for (Future<Page> each : clicks) {
                pages.add(each.get());
            }
            return pages;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFormSentTwiceIsOneOrderAndOneCharge() {
        linkOvo();
        Page form = buyTubruk();
        Page first = visitor.press(form, "Pay with OVO");
        Page second = visitor.press(form, "Pay with OVO");
        assertThat(second.url()).isEqualTo(first.url());

        Page paid = until(visitor.press(first, "Pay Rp 18.000"), "PAID");
        Page again = visitor.press(second, "Pay Rp 18.000");
        assertThat(again.status()).isEqualTo(410);
        assertThat(visitor.click(again, "Back to the shop").url()).isEqualTo(paid.url());
        assertThat(visitor.press(form, "Pay with OVO").url()).isEqualTo(paid.url());
        assertThat(street.duitku.ledger().movements()).hasSize(1);
        assertThat(asked(DuitkuOperation.INQUIRY)).isEqualTo(1);
    }

    @Test
    void aFormSentManyTimesAtOnceIsOneOrderAndOneCharge() throws Exception {
        linkOvo();
        Page form = buyTubruk();

        List<Page> pages = often(() -> visitor.press(form, "Pay with OVO"));

        assertThat(pages).allSatisfy(page -> assertThat(page.status()).isLessThan(500));
        assertThat(asked(DuitkuOperation.INQUIRY)).isEqualTo(1);
    }

    @Test
    void anOrderIsNotPaidASecondTimeWithAnotherWallet() {
        linkOvo();
        Page form = buyTubruk();
        Page wallet = visitor.press(form, "Pay with OVO");

        Page other = visitor.press(form, "Pay in the DANA app");

        assertThat(other.url().getPath()).startsWith("/orders/");
        assertThat(other.text()).contains("Nothing was charged");
        assertThat(until(visitor.press(wallet, "Pay Rp 18.000"), "PAID").text()).contains("OVO");
        assertThat(street.doku.transactions()).isEmpty();
    }

    @Test
    void thePagesOfTheWayBackCanBeLoadedAgain() {
        Page wallet = linkOvo();
        Page closed = visitor.open(wallet.url());
        for (int again = 0; again < 3; again++) {
            Page back = visitor.click(closed, "Back to the shop");
            assertThat(back.status()).isEqualTo(200);
            assertThat(back.text()).contains("nothing left to finish");
        }
        Page paid = until(pay(), "PAID");
        for (int again = 0; again < 3; again++) {
            Page back = visitor.open(URI.create(paid.url() + "/back?resultCode=02&x=%25zz"));
            assertThat(back.document().select("#state").text()).isEqualTo("PAID");
        }
        assertThat(at("/linked/guessed?resultCode=00").status()).isEqualTo(200);
        assertThat(street.duitku.credentialCodes(street.duitku.wallet(Channel.OVO, BUDI)))
                .hasSize(1);
    }

    @Test
    void whoUnlinkedInAnotherTabIsNotCharged() {
        linkOvo();
        Page form = buyTubruk();
        Page question = visitor.click(at("/wallets"), "Unlink OVO");
        String unlink = question.document().select("main form button").text();
        assertThat(visitor.press(question, unlink).text()).contains("OVO is unlinked.");

        Page refused = visitor.press(form, "Pay with OVO");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("no longer linked", "nothing was charged");
        assertThat(visitor.press(question, unlink).text()).contains("not linked any more");
        assertThat(asked(DuitkuOperation.INQUIRY)).isZero();
    }

    @Test
    void aLinkThatEndedInTheWalletsAppIsTold() {
        linkOvo();
        Page form = buyTubruk();
        street.duitku.wallet(Channel.OVO, BUDI).unlinkInApp();

        Page declined = visitor.press(form, "Pay with OVO");
        assertThat(declined.text()).contains("the wallet is no longer linked");
        until(declined, "DECLINED");
        Page left = at("/wallets");
        for (int tries = 0; tries < 400 && left.has("Unlink OVO"); tries++) {
            left = at("/wallets");
        }
        assertThat(left.text()).contains("Nothing is linked yet.");
        linkOvo();
        Page wallets = at("/wallets");
        street.duitku.wallet(Channel.OVO, BUDI).unlinkInApp();
        assertThat(visitor.click(wallets, "Balance of OVO").text())
                .contains("was ended in the wallet's app");
        assertThat(at("/wallets").text()).contains("Nothing is linked yet.");
        assertThat(street.duitku.ledger().movements()).isEmpty();
    }

    @Test
    void aRefundPressedOftenGivesBackOnce() throws Exception {
        visitor.press(at("/counter"), "Change to doku");
        linkOvo();
        Page paid = until(pay(), "PAID");

        List<Page> pages = often(() -> visitor.press(paid, "Give it back"));

        assertThat(pages).allSatisfy(page -> assertThat(page.status()).isLessThan(500));
        until(paid, "REVERSED");
        assertThat(visitor.press(paid, "Give it back").status()).isLessThan(500);
        assertThat(street.doku.ledger().total()).isZero();
        assertThat(street.doku.ledger().movements()).hasSize(2);
    }

    @Test
    void nothingIsGivenBackThatIsNotPaidOrThatTheProviderCannotGive() {
        visitor.press(at("/counter"), "Change to doku");
        Page wallet = visitor.press(buyTubruk(), "Pay in the DANA app");
        Page order = visitor.press(wallet, "Decline");
        Page declined = until(order, "DECLINED");
        assertThat(refund(declined, tokenOf(at("/"))).status()).isEqualTo(409);

        visitor.press(at("/counter"), "Change to duitku");
        linkOvo();
        Page paid = until(pay(), "PAID");
        assertThat(paid.has("Give it back")).isFalse();
        assertThat(refund(paid, tokenOf(at("/"))).text()).contains("the shop has to do it by hand");
    }

    private Page refund(Page order, String token) {
        return visitor.follow(
                Visitor.post(URI.create(order.url() + "/refund"), Map.of("token", token)));
    }

    @Test
    void aChangeOfTheProviderWhileAPageIsOpenChangesNothingForIt() {
        linkOvo();
        Page form = buyTubruk();
        Page wallet = visitor.press(form, "Pay with OVO");
        visitor.press(at("/counter"), "Change to doku");
        visitor.press(at("/counter"), "Change to duitku");
        visitor.press(at("/counter"), "Change to doku");

        until(visitor.press(wallet, "Pay Rp 18.000"), "PAID");
        assertThat(street.duitku.ledger().movements()).hasSize(1);
    }
}
