package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Payment;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.Wallet;
import id.dompet.testkit.Fault;
import id.dompet.testkit.duitku.Channel;
import id.dompet.testkit.duitku.DuitkuOperation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A whole run with faults, every logger at TRACE: no secret in a log, an exception, a toString. */
class DuitkuJourneySecrecyTest {
    private static final String API_KEY = "canary-key-5f3a9c";

    private final List<String> seen = new ArrayList<>();

    private <T> T seen(T value) {
        seen.add(String.valueOf(value));
        return value;
    }

    @Test
    void nothingSecretLeaves() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        List<String> secrets = new ArrayList<>(List.of(API_KEY, "081234567890", "6281234567890"));
        try (Journey journey =
                new Journey(
                        "legacy",
                        Map.of(
                                "dompet.call-timeout", "800ms",
                                "dompet.question-timeout", "800ms"),
                        simulator -> simulator.apiKey(API_KEY))) {
            run(journey, secrets);
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
        log.list.stream()
                // The simulator stands for the provider; its own log is not the merchant's.
                .filter(event -> !event.getLoggerName().startsWith("id.dompet.testkit"))
                .forEach(
                        event -> {
                            seen.add(event.getFormattedMessage());
                            if (event.getThrowableProxy() != null) {
                                seen.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
                            }
                        });
        assertThat(seen).hasSizeGreaterThan(40);
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                assertThat(seen)
                        .noneMatch(
                                text ->
                                        text.toLowerCase(Locale.ROOT)
                                                .contains(form.toLowerCase(Locale.ROOT)));
            }
        }
    }

    private void run(Journey journey, List<String> secrets) {
        seen(journey.dompet);
        var awaiting = (BindOutcome.AwaitingCustomer) seen(journey.startLinking(Wallet.OVO));
        secrets.add(ticket(awaiting.action()));
        secrets.add(awaiting.attempt().nonce());
        URI cameBack = journey.duitku.customer().confirm(awaiting.action());
        Binding binding =
                ((BindOutcome.Bound)
                                seen(
                                        journey.dompet.completeBind(
                                                awaiting.attempt(), cameBack.toString())))
                        .binding();
        secrets.addAll(
                journey.duitku.credentialCodes(journey.duitku.wallet(Channel.OVO, "081234567890")));
        seen(journey.dompet.balance(binding));
        seen(journey.dompet.topUpInstructions(binding));
        Payment payment = seen(journey.payment(binding, 10_000));
        var paying = (PaymentOutcome.AwaitingCustomer) seen(journey.dompet.pay(payment));
        secrets.add(ticket(paying.action()));
        journey.duitku.customer().confirm(paying.action());
        seen(journey.dompet.status(payment));

        for (Fault fault :
                List.of(
                        Fault.connectionReset().afterEffect(),
                        Fault.hang().afterEffect(),
                        Fault.htmlPage(),
                        Fault.truncatedBody(20),
                        Fault.status(500, "text/plain", API_KEY + " 081234567890"),
                        Fault.status(400, "application/json", "{\"Message\":\"" + API_KEY + "\"}"),
                        Fault.code("77", "code of 081234567890"),
                        Fault.status(403))) {
            journey.duitku.faults().next(DuitkuOperation.INQUIRY, fault);
            attempt(() -> journey.dompet.pay(journey.payment(binding, 10_000)));
            journey.duitku.faults().next(DuitkuOperation.USER_INFO, fault);
            attempt(() -> journey.dompet.balance(binding));
            journey.duitku.faults().next(DuitkuOperation.CONNECT, fault);
            attempt(() -> journey.startLinking(Wallet.SHOPEEPAY));
            journey.duitku.faults().next(DuitkuOperation.DISCONNECT, fault);
            attempt(() -> journey.dompet.unbind(binding));
        }
        seen(journey.store);
        seen(journey.dompet.unbind(binding));
    }

    private void attempt(Supplier<Object> action) {
        Throwable thrown = catchThrowable(() -> seen(action.get()));
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            seen(each);
        }
    }

    private static String ticket(URI page) {
        String text = page.getRawPath() + "?" + page.getRawQuery();
        String last = text.substring(text.lastIndexOf('/') + 1);
        return last.substring(last.lastIndexOf('=') + 1).replace("?null", "");
    }

    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(
                secret,
                secret.substring(0, Math.min(secret.length(), 10)),
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }
}
