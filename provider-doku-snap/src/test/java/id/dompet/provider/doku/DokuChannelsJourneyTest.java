package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.model.Binding;
import id.dompet.model.LineItem;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wallets besides OVO, against the simulator. */
class DokuChannelsJourneyTest {
    private static final Money PRICE = Money.idr(25_000);

    private static PaymentOutcome.State paid(Journey journey, Payment payment) {
        PaymentOutcome outcome = journey.dompet.pay(payment);
        if (outcome instanceof PaymentOutcome.AwaitingCustomer awaiting) {
            journey.doku.customer().confirm(awaiting.action());
        }
        assertThat(journey.doku.ledger().chargedFor(payment.reference()))
                .as(outcome.toString())
                .isEqualTo(25_000);
        return journey.dompet.status(payment).state();
    }

    private static Payment linked(Journey journey, String reference, Binding binding) {
        return Payment.linked(
                        reference,
                        binding,
                        Journey.BUDI,
                        PRICE,
                        "Two coffees",
                        Journey.RETURN,
                        journey.clock.instant())
                .withItems(List.of(new LineItem("Coffee", 1, PRICE)));
    }

    @ParameterizedTest
    @CsvSource({"core-v1", "ovo-v1.0"})
    void alloIsLinkedChargedAndUnlinked(String api) {
        try (Journey journey = new Journey(api)) {
            Binding binding = journey.link(new Wallet("ALLO"));
            assertThat(journey.dompet.balance(binding).cash().isWhole()).isTrue();
            assertThat(paid(journey, linked(journey, "ORDER000000000000000000000000001", binding)))
                    .isEqualTo(PaymentOutcome.State.PAID);
            assertThat(journey.dompet.unbind(binding).state())
                    .isEqualTo(UnbindOutcome.State.UNBOUND);
        }
    }

    @Test
    void cimbIsLinkedAndCharged() {
        try (Journey journey = new Journey("core-v1")) {
            Binding binding = journey.link(new Wallet("CIMB"));
            assertThat(paid(journey, linked(journey, "ORDER-1", binding)))
                    .isEqualTo(PaymentOutcome.State.PAID);
        }
    }

    @ParameterizedTest
    @CsvSource({"core-v1, DANA", "core-v1, SHOPEEPAY", "ovo-v1.0, SHOPEEPAY"})
    void walletsWithoutALinkAreChargedByRedirect(String api, String wallet) {
        try (Journey journey = new Journey(api)) {
            Payment payment =
                    Payment.redirect(
                            "ORDER-1",
                            new ProviderId("doku"),
                            new Wallet(wallet),
                            Journey.BUDI,
                            PRICE,
                            "Two coffees",
                            Journey.RETURN,
                            journey.clock.instant());
            assertThat(paid(journey, payment)).isEqualTo(PaymentOutcome.State.PAID);
        }
    }
}
