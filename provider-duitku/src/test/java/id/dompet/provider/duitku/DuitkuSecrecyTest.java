package id.dompet.provider.duitku;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Notification;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Secret;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.spi.ProviderText;
import id.dompet.testkit.ports.FakeCall;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What must not be readable anywhere: in a message, a toString or the log. */
final class DuitkuSecrecyTest {
    private static final String TICKET = "https://wallet.example/pin?ticket=TICKETCANARY";
    private static final List<String> CANARIES =
            List.of(
                    Given.KEY,
                    Given.CODE,
                    "081234567890",
                    "6281234567890",
                    "TICKETCANARY",
                    "customer@example.com",
                    // the signatures of the requests that are sent below
                    "29090b60d60d11b3a8c2bccb676672e78eda881e7be394af96cd79de4f4310cd",
                    "59df400ab9490ceb17db2981bcfc2e128c04731c3e0abbe2c969c36b7d61b9af",
                    "03e5b27b79134fdb2dbff2e1a2c0bf36903be47644e9d3c51a2103f4e91b483c");

    private final Given given = new Given();
    private final Binding binding = given.linked(Wallet.OVO);

    /** An answer that repeats everything that was sent, wherever words are read. */
    private static HttpResponse echo(int status, String code, HttpRequest request) {
        String words =
                (request.headers() + " " + request.body().text() + " " + TICKET)
                        .replace("\\", "")
                        .replace("\"", "'");
        return HttpResponse.of(
                status,
                "application/json",
                "{\"resultCode\":\"%s\",\"statusCode\":\"%s\",\"webviewUrl\":\"%s\",\"paymentUrl\":\"%s\",\"resultMessage\":\"%s\",\"Message\":\"%s\"}"
                        .formatted(code, code, TICKET, TICKET, words, words));
    }

    @ParameterizedTest
    @CsvSource({
        "200,00",
        "200,01",
        "200,02",
        "200,03",
        "200,04",
        "200,05",
        "200,06",
        "200,07",
        "200,08",
        "200,09",
        "200,10",
        "200,-100",
        "200,8320D4EB",
        "400,01",
        "400,99",
        "401,00",
        "403,00",
        "404,00",
        "405,00",
        "409,00",
        "429,00",
        "500,00",
        "302,00"
    })
    void anAnswerThatRepeatsTheRequestRevealsNothing(int status, String code) {
        List<String> seen = new ArrayList<>();
        ListAppender<ILoggingEvent> log = listen();
        for (Supplier<Object> operation : operations(status, code)) {
            seen.add(shown(operation));
        }
        log.list.forEach(event -> seen.add(event.getFormattedMessage()));
        assertThat(seen).hasSizeGreaterThanOrEqualTo(6);
        assertNoCanary(seen);
    }

    private List<Supplier<Object>> operations(int status, String code) {
        return List.of(
                () -> given.bind().start(echoing(status, code), Given.attempt(Wallet.OVO)),
                () ->
                        given.bind()
                                .complete(
                                        echoing(status, code),
                                        Given.attempt(Wallet.OVO),
                                        Map.of("credentialCode", Given.CODE)),
                () -> given.unbind().unbind(echoing(status, code), binding),
                () -> given.balance().balance(echoing(status, code), binding),
                () -> given.topUp().topUpInstructions(echoing(status, code), binding),
                () -> given.pay().pay(echoing(status, code), given.payment(Wallet.OVO)),
                () -> given.status().status(echoing(status, code), given.payment(Wallet.OVO)));
    }

    private static FakeCall echoing(int status, String code) {
        return Calls.answering(request -> echo(status, code, request));
    }

    /** What a log would show of an outcome, or of an exception with its causes. */
    private static String shown(Supplier<Object> operation) {
        try {
            Object outcome = operation.get();
            return outcome + detail(outcome);
        } catch (RuntimeException e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
    }

    private static String detail(Object outcome) {
        if (outcome instanceof PaymentOutcome.Unknown unknown) {
            return unknown.detail();
        }
        if (outcome instanceof PaymentOutcome.Declined declined) {
            return declined.decline().providerCode() + declined.decline().providerMessage();
        }
        if (outcome instanceof BindOutcome.Unknown unknown) {
            return unknown.detail();
        }
        if (outcome instanceof BindOutcome.Refused refused) {
            return refused.decline().providerCode() + refused.decline().providerMessage();
        }
        return outcome instanceof UnbindOutcome.Unknown unknown ? unknown.detail() : "";
    }

    @Test
    void callbacksRevealNothing() {
        ListAppender<ILoggingEvent> log = listen();
        Given transition = new Given(Given.sandbox().with("callback-signatures", "transition"));
        String body =
                "merchantCode=D0001&amount=10000&merchantOrderId=12345&additionalParam=TICKETCANARY"
                        + "&merchantUserId=customer%40example.com&signature=";
        List<String> seen = new ArrayList<>();
        for (String signature :
                List.of("4104f20a70c933113c66c004fe25a9f1", "0".repeat(64), Given.CODE)) {
            Notification notification =
                    transition
                            .notifications()
                            .open(
                                    Calls.sendingNothing(),
                                    InboundRequest.of(
                                            "POST",
                                            "/notify",
                                            Map.of(
                                                    "Content-Type",
                                                    List.of("application/x-www-form-urlencoded")),
                                            (body + signature).getBytes(UTF_8)));
            seen.add(notification.toString());
            if (notification instanceof Notification.Rejected rejected) {
                seen.add(rejected.why() + rejected.reply().body().text());
            }
        }
        assertThat(log.list).hasSize(1);
        log.list.forEach(event -> seen.add(event.getFormattedMessage()));
        assertNoCanary(seen);
        assertThat(seen).noneMatch(text -> text.contains("4104f20a70c933113c66c004fe25a9f1"));
    }

    @Test
    void valuesShowNoSecrets() {
        DuitkuPaymentOptions.Address address =
                new DuitkuPaymentOptions.Address(
                        "TICKETCANARY", "", "TICKETCANARY", "", "", "081234567890", "ID");
        assertNoCanary(
                List.of(
                        DuitkuConfig.of(Given.sandbox()).toString(),
                        new LinkedAccounts.Linked(DuitkuChannel.OVO, Secret.of(Given.CODE))
                                .toString(),
                        new DuitkuPaymentOptions(
                                        Optional.of("TICKETCANARY"),
                                        Optional.of(address),
                                        Optional.of(address))
                                .toString(),
                        address.toString(),
                        new DuitkuJson().read(Body.utf8("{\"a\":\"TICKETCANARY\"}")).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://wallet.example/a?b=SECRET now",
                "see HTTP://wallet.example/SECRET",
                "see www.wallet.example/SECRET",
                "see ovo://pin/SECRET",
                "code abcdefghSECRET0123456789",
                "id SECRET00-4AF1-E111-812C-B01224449936",
            })
    void providersWordsLoseAddressesAndCodes(String words) {
        assertThat(ProviderText.clean(words, List.of()))
                .doesNotContain("SECRET")
                .contains("[hidden]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081234567890",
                "0812-3456-7890",
                "+62 812 3456 7890",
                "(0812) 345 678",
                "0812345xxxx"
            })
    void providersWordsLoseLongNumbers(String number) {
        assertThat(ProviderText.clean("call " + number + " now", List.of()))
                .isEqualTo("call [hidden] now");
    }

    @Test
    void providersWordsKeepWhatExplains() {
        for (String words :
                List.of(
                        "Minimum Payment 10000 IDR",
                        "length of merchantOrderId can't > 50",
                        "Saldo tidak mencukupi")) {
            assertThat(ProviderText.clean(words, List.of())).isEqualTo(words);
        }
    }

    @Test
    void providersWordsAreShortAndPrintable() {
        assertThat(ProviderText.clean("a\r\nb\u0000c\u001b[31m\u202ed", List.of()))
                .isEqualTo("a b c [31m d");
        assertThat(ProviderText.clean("ab ".repeat(20_000), List.of())).hasSize(200);
        assertThat(ProviderText.clean("😀".repeat(300), List.of()).codePointCount(0, 400))
                .isEqualTo(200);
        assertThat(ProviderText.clean("your CODE is c0de, or CODES", List.of("code", "c0de")))
                .isEqualTo("your [hidden] is [hidden], or [hidden]S");
    }

    private static ListAppender<ILoggingEvent> listen() {
        Logger logger = (Logger) LoggerFactory.getLogger("id.dompet");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.setLevel(Level.TRACE);
        logger.addAppender(log);
        return log;
    }

    private static void assertNoCanary(List<String> seen) {
        for (String text : seen) {
            for (String canary : CANARIES) {
                assertThat(text).doesNotContainIgnoringCase(canary);
            }
        }
    }
}
