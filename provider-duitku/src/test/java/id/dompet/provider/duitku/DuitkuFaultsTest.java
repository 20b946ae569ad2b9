package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.dompet.http.InboundRequest;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.DompetException;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.testkit.Fault;
import id.dompet.testkit.duitku.DuitkuOperation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every fault on the wire, for every operation: what the merchant gets, and how many requests the
 * provider saw.
 */
class DuitkuFaultsTest {
    private static final Duration PATIENCE = Duration.ofMillis(600);

    /** None of these says what became of a request; the last column: did the charge take effect? */
    static final List<Arguments> OPEN_FAULTS =
            List.of(
                    open("500", Fault.status(500), false),
                    open("500 after the effect", Fault.status(500).afterEffect(), true),
                    open("502", Fault.status(502), false),
                    open("503", Fault.status(503), false),
                    open("503 after the effect", Fault.status(503).afterEffect(), true),
                    open("504 after the effect", Fault.status(504).afterEffect(), true),
                    open("408", Fault.status(408), false),
                    open("429", Fault.tooManyRequests(30), false),
                    open("302", Fault.status(302), false),
                    open("reset before", Fault.connectionReset(), false),
                    open("reset after", Fault.connectionReset().afterEffect(), true),
                    open("closed before", Fault.connectionClosed(), false),
                    open("closed after", Fault.connectionClosed().afterEffect(), true),
                    open("hangs before", Fault.hang(), false),
                    open("hangs after", Fault.hang().afterEffect(), true),
                    open("garbage after", Fault.garbage().afterEffect(), true),
                    open("HTML with 200, before", Fault.htmlPage(), false),
                    open("HTML with 200, after", Fault.htmlPage().afterEffect(), true),
                    open("empty body, after", Fault.emptyBody().afterEffect(), true),
                    open("truncated body", Fault.truncatedBody(12), true),
                    open("dripped past the deadline", drip(), true),
                    open("an undocumented code", Fault.code("77").afterEffect(), true));

    private static final Arguments CODE_02 = open("code 02", Fault.code("02").afterEffect(), true);

    static final List<Arguments> FOR_A_CHARGE =
            and(CODE_02, open("statusCode twice", Fault.duplicateKey("statusCode", "01"), true));
    static final List<Arguments> FOR_A_LINK =
            and(CODE_02, open("resultCode twice", Fault.duplicateKey("resultCode", "01"), true));

    /** There, 02 is a documented answer: not completed. */
    static final List<Arguments> FOR_A_STATUS =
            and(open("statusCode twice", Fault.duplicateKey("statusCode", "01"), true));

    private static List<Arguments> and(Arguments... more) {
        return Stream.concat(OPEN_FAULTS.stream(), Stream.of(more)).toList();
    }

    private static Fault drip() {
        return Fault.drip(1, Duration.ofMillis(400));
    }

    private static Arguments open(String name, Fault fault, boolean charged) {
        return Arguments.of(name, fault, charged);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("FOR_A_CHARGE")
    void aChargeIsUnknownAndWasSentOnce(String name, Fault fault, boolean tookEffect) {
        try (Journey journey = new Journey()) {
            Binding binding = journey.link(Wallet.OVO);
            Payment payment = journey.payment(binding, 10_000);
            journey.duitku.faults().next(DuitkuOperation.INQUIRY, fault);

            PaymentOutcome outcome = journey.impatient(PATIENCE).pay(payment);

            assertThat(outcome.state()).as(name).isEqualTo(PaymentOutcome.State.UNKNOWN);
            assertThat(journey.duitku.journal().count(DuitkuOperation.INQUIRY)).isEqualTo(1);
            assertThat(journey.dompet.status(payment).state())
                    .as("what a question finds out afterwards")
                    .isEqualTo(
                            tookEffect
                                    ? PaymentOutcome.State.PROCESSING
                                    : PaymentOutcome.State.NOT_FOUND);
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("FOR_A_LINK")
    void aLinkThatWasBegunOrNotIsUnknownAndWasAskedForOnce(
            String name, Fault fault, boolean tookEffect) {
        try (Journey journey = new Journey()) {
            journey.duitku.faults().next(DuitkuOperation.CONNECT, fault);
            assertThat(journey.startLinking(journey.impatient(PATIENCE), Wallet.OVO).state())
                    .as(name)
                    .isEqualTo(BindOutcome.State.UNKNOWN);
            assertThat(journey.duitku.journal().count(DuitkuOperation.CONNECT)).isEqualTo(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("FOR_A_LINK")
    void anUnlinkingIsUnknownWasAskedForOnceAndCanBeAskedForAgain(
            String name, Fault fault, boolean tookEffect) {
        try (Journey journey = new Journey()) {
            Binding binding = journey.link(Wallet.OVO);
            journey.duitku.faults().next(DuitkuOperation.DISCONNECT, fault);
            assertThat(journey.impatient(PATIENCE).unbind(binding).state())
                    .as(name)
                    .isEqualTo(UnbindOutcome.State.UNKNOWN);
            assertThat(journey.duitku.journal().count(DuitkuOperation.DISCONNECT)).isEqualTo(1);
            assertThat(journey.dompet.unbind(binding).state())
                    .isEqualTo(UnbindOutcome.State.UNBOUND);
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("FOR_A_STATUS")
    void aStatusIsNeverGuessed(String name, Fault fault, boolean tookEffect) {
        try (Journey journey = new Journey()) {
            Payment payment = journey.paid(journey.link(Wallet.OVO), 10_000);
            journey.duitku.faults().next(DuitkuOperation.TRANSACTION_STATUS, fault);
            try {
                PaymentOutcome outcome = journey.impatient(PATIENCE).status(payment);
                assertThat(outcome.state()).as(name).isEqualTo(PaymentOutcome.State.UNKNOWN);
            } catch (DompetException.Unavailable | DompetException.RateLimited expected) {
                assertThat(expected).hasMessageStartingWith("duitku: ");
            }
            assertThat(journey.duitku.journal().count(DuitkuOperation.TRANSACTION_STATUS))
                    .isEqualTo(1);
            assertThat(journey.dompet.status(payment).state())
                    .as("the next question is answered")
                    .isEqualTo(PaymentOutcome.State.PAID);
        }
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("FOR_A_LINK")
    void aBalanceIsNeverGuessed(String name, Fault fault, boolean tookEffect) {
        try (Journey journey = new Journey()) {
            Binding binding = journey.link(Wallet.OVO);
            int before = journey.duitku.journal().count(DuitkuOperation.USER_INFO);
            journey.duitku.faults().next(DuitkuOperation.USER_INFO, fault);
            Throwable thrown = catchThrowable(() -> journey.impatient(PATIENCE).balance(binding));
            assertThat(thrown)
                    .as(name)
                    .isInstanceOfAny(
                            DompetException.Unavailable.class, DompetException.RateLimited.class);
            assertThat(journey.duitku.journal().count(DuitkuOperation.USER_INFO) - before)
                    .isEqualTo(1);
            assertThat(journey.dompet.balance(binding).cash()).isNotNull();
        }
    }

    @Test
    void questionsAreAskedAgainUntilThereIsAnAnswer() {
        try (Journey journey = Journey.with("dompet.question-repeats", "2")) {
            Payment payment = journey.paid(journey.link(Wallet.OVO), 10_000);
            journey.duitku
                    .faults()
                    .next(DuitkuOperation.TRANSACTION_STATUS, 2, Fault.connectionReset());
            assertThat(journey.dompet.status(payment).state()).isEqualTo(PaymentOutcome.State.PAID);
            assertThat(journey.duitku.journal().count(DuitkuOperation.TRANSACTION_STATUS))
                    .isEqualTo(3);
        }
    }

    static final List<Arguments> LIES =
            List.of(
                    Arguments.of("another amount", Fault.field("amount", "10001")),
                    Arguments.of("a smaller amount", Fault.field("amount", 1_000)),
                    Arguments.of("an amount with sen", Fault.field("amount", "10000.50")),
                    Arguments.of("no amount that is one", Fault.field("amount", "a lot")),
                    Arguments.of("another order", Fault.field("merchantOrderId", "order-999")));

    @ParameterizedTest(name = "{0}")
    @FieldSource("LIES")
    void aStatusAboutAnotherAmountOrOrderIsNotPaid(String name, Fault fault) {
        try (Journey journey = new Journey()) {
            Payment payment = journey.paid(journey.link(Wallet.OVO), 10_000);
            journey.duitku.faults().next(DuitkuOperation.TRANSACTION_STATUS, fault);
            try {
                assertThat(journey.dompet.status(payment).state())
                        .as(name)
                        .isEqualTo(PaymentOutcome.State.UNKNOWN);
            } catch (DompetException.Unavailable expected) {
                assertThat(expected).hasMessageStartingWith("duitku: ");
            }
        }
    }

    @Test
    void nobodyListeningMeansNothingHappenedAndTheSamePaymentMayBeSentAgain() {
        Payment payment;
        try (Journey journey = new Journey()) {
            payment = journey.payment(journey.link(Wallet.OVO), 10_000);
            journey.duitku.close();
            Throwable thrown = catchThrowable(() -> journey.dompet.pay(payment));
            assertThat(thrown)
                    .isInstanceOf(DompetException.Unavailable.class)
                    .hasMessageContaining("refused")
                    .hasMessageContaining("nothing was sent");
        }
    }

    /** Signed for merchant D0001 with the key of the published samples (MD5). */
    private static final String GENUINE =
            "merchantCode=D0001&amount=10000&merchantOrderId=12345"
                    + "&resultCode=00&signature=4104f20a70c933113c66c004fe25a9f1";

    @Test
    void aCallbackWithOneByteChangedChangesNothing() {
        try (Journey journey =
                new Journey(
                        "legacy",
                        Map.of("dompet.duitku.api-key", "732B39FC61796845775D2C4FB05332AF"),
                        simulator ->
                                simulator
                                        .merchantCode("D0001")
                                        .apiKey("732B39FC61796845775D2C4FB05332AF"))) {
            UnknownPayments handler = new UnknownPayments();
            receive(journey, GENUINE, handler);
            assertThat(handler.asked).as("the genuine one is read").containsExactly("12345");
            int from = GENUINE.indexOf("&resultCode");
            int to = GENUINE.indexOf("&signature");
            for (int position = 0; position < GENUINE.length(); position++) {
                char[] changed = GENUINE.toCharArray();
                changed[position] = (char) (changed[position] ^ 1);
                handler.asked.clear();
                int status = receive(journey, new String(changed), handler);
                assertThat(status).as("byte %d", position).isNotEqualTo(200);
                if (position < from || position > to) {
                    assertThat(handler.asked).as("byte %d", position).isEmpty();
                } else {
                    // The signature does not cover the result; so nobody reads it either.
                    assertThat(handler.asked).allMatch("12345"::equals);
                }
            }
        }
    }

    private static int receive(Journey journey, String form, UnknownPayments handler) {
        return journey.dompet
                .receive(
                        new ProviderId("duitku"),
                        InboundRequest.of(
                                "POST",
                                "/notify/duitku",
                                Map.of(
                                        "Content-Type",
                                        List.of("application/x-www-form-urlencoded")),
                                form.getBytes(StandardCharsets.UTF_8)),
                        handler)
                .status();
    }
}
