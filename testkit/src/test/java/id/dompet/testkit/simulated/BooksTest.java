package id.dompet.testkit.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.model.Wallet;
import id.dompet.testkit.AdjustableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {
    private static final PhoneNumber BUDI = PhoneNumber.of("081234567890");
    private static final Money PRICE = Money.idr(25_000);
    private static final String SHOP = "https://shop.example/return";

    private final AdjustableClock clock = AdjustableClock.at(Instant.parse("2026-11-20T03:00:00Z"));
    private final SimulatorSetup setup =
            new SimulatorSetup(clock, URI.create("https://shop.example/notify"));
    private final BookState state =
            new BookState(
                    setup,
                    Duration.ofMinutes(30),
                    ticket -> URI.create("https://contoh.example/page/" + ticket));
    private final Books books = state.open();

    private Link open(String reference) {
        return books.startLink(reference, Wallet.OVO, BUDI, SHOP);
    }

    private Link confirmed(String reference) {
        return state.links.move(open(reference), Link.State.OPEN, Link.State.CONFIRMED);
    }

    private Charge paid(String reference) {
        return books.chargeAtOnce(reference, PRICE, Payer.linked(confirmed("link-" + reference)));
    }

    private long cash() {
        return state.wallet(Wallet.OVO, BUDI).cash();
    }

    @Test
    void aLinkIsFoundByWhatItIssuesOnlyAfterTheCustomerAgreed() {
        Link link = open("attempt-1");

        assertThat(books.findLink("attempt-1")).contains(link);
        assertThat(books.findLinkByTicket(link.ticket())).isEmpty();
        assertThat(books.findLinkByCredential(link.credential())).isEmpty();

        Link agreed = state.links.move(link, Link.State.OPEN, Link.State.CONFIRMED);

        assertThat(agreed.isConfirmed()).isTrue();
        assertThat(books.findLinkByTicket(link.ticket())).contains(agreed);
        assertThat(books.findLinkByCredential(link.credential())).contains(agreed);
        assertThat(books.findLink("attempt-2")).isEmpty();
    }

    @Test
    void aRefusedLinkIsNeverConfirmed() {
        Link refused = state.links.move(open("attempt-1"), Link.State.OPEN, Link.State.DECLINED);

        Link again = state.links.move(refused, Link.State.OPEN, Link.State.CONFIRMED);

        assertThat(again.state()).isEqualTo(Link.State.DECLINED);
        assertThat(books.findLinkByCredential(refused.credential())).isEmpty();
    }

    @Test
    void anOpenLinkExpires() {
        open("attempt-1");
        clock.advance(Duration.ofMinutes(30));

        assertThat(books.findLink("attempt-1").orElseThrow().state()).isEqualTo(Link.State.EXPIRED);
    }

    @Test
    void ofTwoAttemptsWithOneReferenceTheNewestIsFound() {
        open("attempt-1");
        Link second = open("attempt-1");

        assertThat(books.findLink("attempt-1")).contains(second);
    }

    @Test
    void aLinkEndsOnce() {
        Link link = confirmed("attempt-1");

        assertThat(books.unlink(link)).isTrue();
        assertThat(books.unlink(link)).isFalse();
        assertThat(books.findLinkByCredential(link.credential()).orElseThrow().state())
                .isEqualTo(Link.State.ENDED);
    }

    @Test
    void aPartIsPaidWithPoints() {
        Link link = confirmed("link-1");
        state.wallet(Wallet.OVO, BUDI).points(400);
        long before = cash();

        Charge charge = books.chargeAtOnce("order-1", PRICE, Payer.linked(link).withPoints(300));
        Charge tooMany = books.chargeAtOnce("order-2", PRICE, Payer.linked(link).withPoints(300));

        assertThat(charge.state()).isEqualTo(Charge.State.PAID);
        assertThat(charge.amount()).isEqualTo(PRICE);
        assertThat(before - cash()).isEqualTo(PRICE.wholeUnits() - 300);
        assertThat(tooMany.state()).isEqualTo(Charge.State.TOO_LITTLE_MONEY);
        assertThat(books.points(link)).isEqualTo(100);
    }

    @Test
    void customersHaveAsLongAsTheDialectSays() {
        BookState hasty =
                new BookState(
                        setup,
                        Duration.ofMinutes(5),
                        ticket -> URI.create("https://contoh.example/page/" + ticket));
        Books quick = hasty.open();
        for (Books each : List.of(books, quick)) {
            Link unused = each.startLink("attempt-1", Wallet.OVO, BUDI, SHOP);
        }

        clock.advance(Duration.ofMinutes(5));

        assertThat(books.findLink("attempt-1").orElseThrow().state()).isEqualTo(Link.State.OPEN);
        assertThat(quick.findLink("attempt-1").orElseThrow().state()).isEqualTo(Link.State.EXPIRED);
    }

    @Test
    void aWalletHasMoneyAndPointsInItFromTheStart() {
        Link link = confirmed("attempt-1");

        assertThat(books.cash(link)).isEqualTo(Money.idr(1_000_000));
        assertThat(books.points(link)).isEqualTo(1_000);

        state.wallet(Wallet.OVO, BUDI).cash(5);
        state.wallet(Wallet.OVO, BUDI).points(7);

        assertThat(books.cash(link)).isEqualTo(Money.idr(5));
        assertThat(books.points(link)).isEqualTo(7);
    }

    @Test
    void chargesAtOnceTakeMoneyOrSayWhyNot() {
        Link link = confirmed("attempt-1");
        Charge charge = books.chargeAtOnce("order-1", PRICE, Payer.linked(link));

        assertThat(charge.state()).isEqualTo(Charge.State.PAID);
        assertThat(cash()).isEqualTo(975_000);
        assertThat(state.charges.movements())
                .containsExactly(new Movement("order-1", PRICE, false, BUDI));

        state.wallet(Wallet.OVO, BUDI).cash(24_999);
        assertThat(books.chargeAtOnce("order-2", PRICE, Payer.linked(link)).state())
                .isEqualTo(Charge.State.TOO_LITTLE_MONEY);
        state.wallet(Wallet.OVO, BUDI).unlinkInApp();
        assertThat(books.chargeAtOnce("order-3", Money.idr(1), Payer.linked(link)).state())
                .isEqualTo(Charge.State.LINK_ENDED);
        assertThat(cash()).isEqualTo(24_999);
        assertThat(state.charges.movements()).hasSize(1);
        assertThat(books.findCharge("order-2")).isPresent();
    }

    @Test
    void amountsAreExactAndWalletsHoldOnlyRupiah() {
        Payer payer = Payer.linked(confirmed("attempt-1"));

        books.chargeAtOnce("order-1", Money.of("0.50", "IDR"), payer);
        Charge dollars = books.chargeAtOnce("order-2", Money.of("1.00", "USD"), payer);

        assertThat(cash()).isEqualTo(999_999);
        assertThat(dollars.state()).isEqualTo(Charge.State.TOO_LITTLE_MONEY);
    }

    @Test
    void aReferenceIsUsedOnce() {
        Charge charge = paid("order-1");

        assertThatThrownBy(() -> paid("order-1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ask findCharge first");
        assertThat(books.findChargeById(charge.id())).contains(charge);
        assertThat(books.findChargeById("0")).isEmpty();
    }

    @Test
    void anOpenChargeIsPaidDeclinedOrExpires() {
        Payer budi = Payer.of(Wallet.DANA, BUDI);
        Charge page = books.chargeOnPage("order-1", PRICE, budi, SHOP);
        Charge app = books.chargeInApp("order-2", PRICE, budi);
        books.chargeInApp("order-3", PRICE, budi);

        assertThat(page.state()).isEqualTo(Charge.State.OPEN);
        assertThat(page.page()).isPresent();
        assertThat(app.page()).isEmpty();
        assertThat(state.charges.pay("order-1").state()).isEqualTo(Charge.State.PAID);
        assertThat(books.cancel(app).state()).isEqualTo(Charge.State.DECLINED);
        assertThat(state.charges.pay("order-2").state()).isEqualTo(Charge.State.DECLINED);

        clock.advance(Duration.ofMinutes(30));
        assertThat(books.findCharge("order-3").orElseThrow().state())
                .isEqualTo(Charge.State.EXPIRED);
        assertThat(state.charges.movements()).hasSize(1);
    }

    @Test
    void aLinkThatEndsBeforeTheCustomerAgreesPaysNothing() {
        Link link = confirmed("attempt-1");
        books.chargeOnPage("order-1", PRICE, Payer.linked(link), SHOP);
        books.unlink(link);

        assertThat(state.charges.pay("order-1").state()).isEqualTo(Charge.State.LINK_ENDED);
    }

    @Test
    void whatWasGivenUpCanStillBePaidButOnlyOnce() {
        books.cancel(books.chargeInApp("order-1", PRICE, Payer.anyone(Wallet.DANA)));

        assertThat(state.charges.payLate("order-1")).isTrue();
        assertThat(state.charges.payLate("order-1")).isFalse();
        assertThat(state.charges.payLate("order-2")).isFalse();
        assertThat(state.charges.movements())
                .containsExactly(new Movement("order-1", PRICE, false, Books.PASSER_BY));
    }

    @Test
    void noMoreIsGivenBackThanWasPaid() {
        Charge charge = paid("order-1");

        assertThat(books.giveBack("refund-1", charge, Money.idr(20_000)).state())
                .isEqualTo(RefundEntry.State.DONE);
        assertThat(books.giveBack("refund-2", charge, Money.idr(5_001)).state())
                .isEqualTo(RefundEntry.State.TOO_MUCH);
        assertThat(books.findCharge("order-1").orElseThrow().state()).isEqualTo(Charge.State.PAID);
        assertThat(books.giveBack("refund-3", charge, Money.idr(5_000)).state())
                .isEqualTo(RefundEntry.State.DONE);

        assertThat(books.findCharge("order-1").orElseThrow().state())
                .isEqualTo(Charge.State.GIVEN_BACK);
        assertThat(cash()).isEqualTo(1_000_000);
        assertThat(books.findRefund("refund-2")).isEmpty();
        assertThatThrownBy(() -> books.giveBack("refund-1", charge, Money.idr(1)))
                .hasMessageContaining("ask findRefund first");
        assertThat(state.charges.movements())
                .extracting(Movement::givenBack)
                .containsExactly(false, true, true);
    }

    @Test
    void nothingIsGivenBackOfWhatWasNotPaid() {
        Charge open = books.chargeInApp("order-1", PRICE, Payer.anyone(Wallet.DANA));

        assertThat(books.giveBack("refund-1", open, Money.idr(1)).state())
                .isEqualTo(RefundEntry.State.NOT_PAID);
    }

    @Test
    void tokensLiveAsLongAsTheirLifeOrUntilTheyAreRevoked() {
        String token = books.issueToken("merchant", Duration.ofMinutes(15));
        String other = books.issueToken("customer", Duration.ofMinutes(30));

        assertThat(books.tokenSubject(token)).contains("merchant");
        assertThat(books.tokenSubject("guessed")).isEmpty();
        clock.advance(Duration.ofMinutes(15));
        assertThat(books.tokenSubject(token)).isEmpty();
        assertThat(books.tokenSubject(other)).contains("customer");
        state.tokens.revokeAll();
        assertThat(books.tokenSubject(other)).isEmpty();
    }

    @Test
    void everythingSecretIsRememberedAndPrintedNowhere() {
        Link link = open("attempt-1");
        Charge charge = books.chargeOnPage("order-1", PRICE, Payer.linked(link), SHOP);
        String token = books.issueToken("merchant", Duration.ofMinutes(15));
        String other = books.secret();

        assertThat(state.secrets.issued())
                .contains(link.ticket(), link.credential(), token, other)
                .anyMatch(secret -> link.page().getPath().endsWith(secret));
        assertThat(link + " " + charge + " " + charge.payer())
                .doesNotContain(state.secrets.issued())
                .doesNotContain(BUDI.international());
    }
}
