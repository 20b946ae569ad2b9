package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.Dompet;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.ExchangeListener;
import id.dompet.testkit.Fault;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.faults.JsonSpelling;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** WIRE: what leaves the module, and how it reads what comes back. */
abstract class WireRules extends WireTimeRules {
    private static final int PLENTY = 200;

    @Rule(
            id = "WIRE-01",
            demands =
                    "The provider accepts every request of a whole journey at the first attempt:"
                            + " signature, tokens and headers.",
            why =
                    "A request that is refused and then repeated costs time, looks like an attack,"
                            + " and hides that something is signed wrongly.",
            check =
                    "that the signature is made last and over the very bytes that are sent; that a"
                            + " token is fetched before it is needed.")
    public final void wire01_everyRequestIsAccepted() {
        List<String> sent = new CopyOnWriteArrayList<>();
        new Journey(bench(), listening(sent), "").play();
        List<SeenRequest> refused = refused(sent);
        expect(
                refused.isEmpty(),
                "the provider accepts the signature, token and headers of every request of a whole"
                        + " journey",
                refused);
    }

    @Rule(
            id = "WIRE-02",
            demands =
                    "Every request goes through Call.send: nothing reaches the provider that an"
                            + " ExchangeListener does not hear of.",
            why =
                    "Deadlines, the limit of one charge for each call, the merchant's proxy and"
                            + " trust store, and the log are all in that one door. A client of the"
                            + " module's own has none of them.",
            check = "HTTP clients other than Call, also for tokens, keys and pages.")
    public final void wire02_oneDoor() {
        Bench bench = bench();
        List<String> heard = new CopyOnWriteArrayList<>();
        Dompet dompet = freshly(bench, builder -> builder.listener(e -> heard.add(line(e))));
        bench.mark();
        new Journey(bench, dompet, "").play();
        dompet.close();
        List<String> unheard = new ArrayList<>(bench.seen().stream().map(WireRules::line).toList());
        heard.forEach(unheard::remove);
        expect(
                unheard.isEmpty(),
                "every request of a whole journey goes through Call.send, where listeners hear of"
                        + " it",
                unheard + " did not");
    }

    private static String line(ExchangeListener.Exchange exchange) {
        return exchange.method() + " " + URI.create(exchange.address()).getRawPath();
    }

    private static String line(SeenRequest seen) {
        return seen.request().method() + " " + seen.request().path();
    }

    @Rule(
            id = "WIRE-03",
            demands = "The machine's language, number format and time zone make no difference.",
            why =
                    "On a server set to Turkish, \"ID\" in lower case is not \"id\"; set to Arabic,"
                            + " String.format writes other digits; in another zone the day differs.",
            check =
                    "String.format, toLowerCase, toUpperCase, DecimalFormat and DateTimeFormatter"
                            + " without Locale.ROOT; LocalDateTime.now and ZoneId.systemDefault.")
    public final void wire03_machinesLanguageDoesNotMatter() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String language :
                    List.of("tr-TR", "ar-EG-u-nu-arab", "id-ID", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                abroad("on a machine set to the language " + language);
            }
            Locale.setDefault(locale);
            for (String place : List.of("Pacific/Kiritimati", "America/St_Johns")) {
                TimeZone.setDefault(TimeZone.getTimeZone(place));
                abroad("on a machine set to the time zone " + place);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private void abroad(String circumstances) {
        bench().mark();
        new Journey(bench(), freshly(bench(), UnaryOperator.identity()), circumstances).play();
    }

    @Rule(
            id = "WIRE-04",
            demands =
                    "Every time on the wire, and every date of an outcome, comes from the injected"
                            + " TimeSource, on any day.",
            why =
                    "A pattern with YYYY instead of yyyy is wrong on the last days of a year, an"
                            + " int of seconds from 2038 on, and the machine's clock in every test.",
            check =
                    "Instant.now, System.currentTimeMillis and the patterns of formatters; use"
                            + " Call.now() and TimeSource.")
    public final void wire04_timeComesFromTheTimeSource() {
        try (Bench own = ownBench()) {
            for (String day :
                    List.of(
                            "2028-02-29T16:59:50Z",
                            "2029-12-31T03:00:00Z",
                            "2029-12-31T23:59:50Z",
                            "2039-01-01T00:00:01Z")) {
                own.clock.set(Instant.parse(day));
                // Closed before the next day comes: it may be renewing a token.
                try (Dompet dompet = freshly(own, UnaryOperator.identity())) {
                    new Journey(own, dompet, "at " + day, true).play();
                }
            }
        }
    }

    @Rule(
            id = "WIRE-09",
            demands = "Headers and fields that are new in an answer do no harm.",
            why =
                    "Providers add fields without notice. A module that refuses them stops every"
                            + " payment on that day.",
            check = "FAIL_ON_UNKNOWN_PROPERTIES and the like; what is unknown is left alone.")
    public final void wire09_newFieldsDoNoHarm() {
        rewritten("when answers have new headers", WireRules::withHeaders);
        rewritten(
                "when answers come " + JsonSpelling.EXTENDED,
                answer -> JsonSpelling.EXTENDED.applyTo(answer));
    }

    private static SimulatorAnswer withHeaders(SimulatorAnswer answer) {
        return answer.withHeader("X-Header-Of-Next-Year", "yes").withHeader("Server", "gate/2");
    }

    @Rule(
            id = "WIRE-10",
            demands =
                    "JSON means the same however it is written: spaces, the order of fields, escape"
                            + " sequences, the charset parameter.",
            why =
                    "A provider changes its JSON library, and what is read by position or by text"
                            + " search is not found any more.",
            check =
                    "answers read with regular expressions, indexOf or a comparison of whole"
                            + " texts.")
    public final void wire10_anySpellingReadsTheSame() {
        for (JsonSpelling spelling :
                List.of(JsonSpelling.PRETTY, JsonSpelling.REVERSED, JsonSpelling.ESCAPED)) {
            rewritten("when answers come " + spelling, spelling::applyTo);
        }
        rewritten("when Content-Type spells the charset in another way", WireRules::withCharset);
    }

    private static SimulatorAnswer withCharset(SimulatorAnswer answer) {
        String type = answer.headers().getOrDefault("Content-Type", "");
        int end = type.indexOf(';');
        return type.isEmpty()
                ? answer
                : answer.withHeader(
                        "Content-Type",
                        (end < 0 ? type : type.substring(0, end)) + ";charset=\"UTF-8\"");
    }

    /** A whole journey in which every answer is changed like this and signed anew. */
    private void rewritten(String circumstances, UnaryOperator<SimulatorAnswer> change) {
        Fault fault = Fault.rewritten(answer -> bench().provider.resealed(change.apply(answer)));
        for (Operation operation : Operation.values()) {
            for (int i = 0; operation != Operation.PAGE && i < PLENTY; i++) {
                bench().provider.next(operation, fault);
            }
        }
        try {
            abroad(circumstances);
        } finally {
            bench().provider.clearFaults();
        }
    }

    /** A facade that nobody used before, with a store of its own: every token is fetched anew. */
    static Dompet freshly(Bench bench, UnaryOperator<Dompet.Builder> more) {
        return bench.open(
                bench.config(),
                builder -> more.apply(builder.credentials(CredentialStore.inMemory())));
    }
}
