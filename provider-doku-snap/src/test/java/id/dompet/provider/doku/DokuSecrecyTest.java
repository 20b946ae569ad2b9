package id.dompet.provider.doku;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.model.Binding;
import id.dompet.model.Money;
import id.dompet.model.Payment;
import id.dompet.model.Refund;
import id.dompet.model.Secret;
import id.dompet.model.Wallet;
import id.dompet.testkit.ports.FakeCall;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What must not be readable anywhere: in a message, a toString, an address or the log. */
final class DokuSecrecyTest {
    private static final String TICKET = "https://sandbox.doku.com/pay?ticket=TICKETCANARY";
    private static final List<String> CANARIES =
            List.of(
                    Given.CLIENT_SECRET,
                    Given.AUTH_CODE,
                    "merchant-token-",
                    "customer-token-",
                    "6285795786876",
                    "085795786876",
                    "john.doe@doku.com",
                    "TICKETCANARY",
                    Keys.bare("pkcs8").substring(100, 140));

    private final Given given = new Given();
    private final Binding binding = given.linked(Wallet.OVO);
    private final List<String> signatures = new ArrayList<>();

    /** An answer that repeats everything that was sent, where words are read. */
    private HttpResponse echo(int status, String responseCode, HttpRequest request) {
        signatures.add(request.headers().getOrDefault("X-SIGNATURE", "none").substring(0, 8));
        String words =
                (request.headers() + " " + request.body().text() + " " + TICKET)
                        .replace("\\", "")
                        .replace("\"", "'");
        return HttpResponse.of(
                status,
                "application/json",
                ("{\"responseCode\":\"%s\",\"responseMessage\":\"%s\",\"redirectUrl\":\"%s\","
                                + "\"webRedirectUrl\":\"%s\"}")
                        .formatted(responseCode, words, TICKET, TICKET));
    }

    private FakeCall echoing(int status, String service, String caseCode) {
        FakeCall[] call = new FakeCall[1];
        for (int i = 0; i < 4; i++) {
            given.doku.answers.add(
                    () ->
                            echo(
                                    status,
                                    status + service + caseCode,
                                    call[0].requests().get(call[0].requests().size() - 1)));
        }
        call[0] = given.call();
        return call[0];
    }

    @ParameterizedTest
    @CsvSource({
        "200,00", "200,99", "202,00", "302,00", "400,01", "401,00", "401,01", "401,02", "403,14",
        "403,15", "404,01", "404,11", "409,00", "409,01", "418,00", "429,00", "500,00", "504,00"
    })
    void anAnswerThatRepeatsTheRequestRevealsNothing(int status, String caseCode) {
        List<String> seen = new ArrayList<>();
        ListAppender<ILoggingEvent> log = listen();
        Payment payment = given.payment();
        Refund refund =
                new Refund("RF-1", payment, Money.idr(1), "Customer complain", FakeDoku.NOW);
        for (Supplier<Object> operation :
                List.<Supplier<Object>>of(
                        () ->
                                given.bind()
                                        .start(
                                                echoing(status, "07", caseCode),
                                                Given.attempt(Wallet.OVO)),
                        () -> given.balance().balance(echoing(status, "11", caseCode), binding),
                        () -> given.pay().pay(echoing(status, "54", caseCode), payment),
                        () -> given.status().status(echoing(status, "55", caseCode), payment),
                        () -> given.refunds().refund(echoing(status, "58", caseCode), refund),
                        () -> given.unbind().unbind(echoing(status, "09", caseCode), binding))) {
            given.doku.answers.clear();
            seen.add(shown(operation));
        }
        log.list.forEach(event -> seen.add(event.getFormattedMessage()));
        assertThat(seen).hasSizeGreaterThanOrEqualTo(6);
        assertNoCanary(seen);
        assertThat(signatures).hasSizeGreaterThanOrEqualTo(6);
        assertThat(String.join("\n", seen)).doesNotContain(signatures);
    }

    @ParameterizedTest
    @CsvSource({"400,01", "401,00", "429,00", "500,00", "200,99"})
    void norDoesATokenAnswer(int status, String caseCode) {
        List<String> seen = new ArrayList<>();
        given.doku.then(200, Given.bindAnswer(Given.AUTH_CODE));
        given.bind().start(given.call(), Given.attempt(Wallet.OVO));
        given.doku.customerTokenAnswers.add(
                () ->
                        echo(
                                status,
                                status + "74" + caseCode,
                                given.doku.tokenRequests.get(given.doku.tokenRequests.size() - 1)));
        seen.add(
                shown(
                        () ->
                                given.bind()
                                        .complete(
                                                given.call(),
                                                Given.attempt(Wallet.OVO),
                                                Map.of())));
        given.credentials.stored().keySet().removeIf(key -> key.startsWith("b2b-"));
        given.doku.merchantTokenAnswers.add(
                () ->
                        echo(
                                status,
                                status + "73" + caseCode,
                                given.doku.tokenRequests.get(given.doku.tokenRequests.size() - 1)));
        seen.add(shown(() -> given.status().status(given.call(), given.payment())));
        assertNoCanary(seen);
    }

    @Test
    void addressesCarryNothingOfACustomer() {
        FakeCall call = given.call();
        given.doku.then(200, Given.bindAnswer(Given.AUTH_CODE));
        given.bind().start(call, Given.attempt(Wallet.OVO));
        assertThat(call.requests()).allSatisfy(r -> assertThat(r.uri().getQuery()).isNull());
        assertNoCanary(call.requests().stream().map(r -> r.uri().toString()).toList());
    }

    @Test
    void whatHoldsSecretsDoesNotPrintThem() {
        Inbound inbound = new Inbound(given);
        List<Object> holders =
                List.of(
                        DokuConfig.of(Given.sandbox()),
                        new SymmetricSigner(Secret.of(Given.CLIENT_SECRET)),
                        Keys.merchant(),
                        new NotificationTokens("c", Secret.of(Given.CLIENT_SECRET), new Random(1)),
                        new Grants.Begun("1", Optional.of(Secret.of(Given.AUTH_CODE))),
                        inbound.notify(
                                "{\"originalExternalId\":\"1\",\"additionalInfo\":{\"status\":\"SUCCESS\",\"custIdMerchant\":\"c\",\"authCode\":\""
                                        + Given.AUTH_CODE
                                        + "\",\"channel\":\"EMONEY_OVO_SNAP\"}}"),
                        given.credentials.stored());
        assertNoCanary(holders.stream().map(Object::toString).toList());
    }

    private static String shown(Supplier<Object> operation) {
        try {
            return String.valueOf(operation.get());
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger("id.dompet");
        root.setLevel(Level.TRACE);
        root.addAppender(log);
        return log;
    }

    private static void assertNoCanary(List<String> seen) {
        assertThat(String.join("\n", seen)).doesNotContain(CANARIES);
    }
}
