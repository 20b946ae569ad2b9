package id.dompet.testkit.page;

import id.dompet.testkit.PageLinks;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page on which a wallet's owner decides: what it says, in neutral words, and how the browser is
 * answered. Its form is posted to the page's own address, with {@code action} {@code confirm} or
 * {@code decline} beside the fields. Every text is escaped. Made for one answer, by one thread.
 *
 * <pre>{@code
 * return WalletPage.titled(Text.PAY_TITLE, "OVO")
 *         .amount("Rp 25.000")
 *         .fact(Text.ORDER, "order-1")
 *         .window(clock.instant(), expiresAt)
 *         .field(Field.pin())
 *         .confirm(Text.PAY, "Rp 25.000")
 *         .answer(request);
 * }</pre>
 */
public final class WalletPage {

    /** Words, and what they speak of. */
    private record Sentence(Text text, List<Object> about) {
        static Sentence of(Text text, Object... about) {
            return new Sentence(text, List.of(about));
        }

        String in(Language language) {
            return text.in(language, about.toArray());
        }
    }

    private record Fact(Text label, String value, boolean big) {}

    private record Mistake(String field, Sentence sentence) {}

    private final Sentence title;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Sentence> notes = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private Optional<Sentence> step = Optional.empty();
    private Optional<Sentence> warning = Optional.empty();
    private Optional<Mistake> mistake = Optional.empty();
    private Optional<Sentence> until = Optional.empty();
    private long secondsLeft;
    private Sentence confirm = Sentence.of(Text.CONTINUE);

    private WalletPage(Sentence title) {
        this.title = title;
    }

    /** A page that asks nothing yet. */
    public static WalletPage titled(Text title, Object... about) {
        return new WalletPage(Sentence.of(title, about));
    }

    /** Which step of how many it is. */
    public WalletPage step(int number, int of) {
        step = Optional.of(Sentence.of(Text.STEP, number, of));
        return this;
    }

    /** What is to be paid, in large figures. */
    public WalletPage amount(String amount) {
        facts.add(new Fact(Text.AMOUNT, amount, true));
        return this;
    }

    /** A line of what the customer decides about. */
    public WalletPage fact(Text label, String value) {
        facts.add(new Fact(label, value, false));
        return this;
    }

    /** What the decision means. */
    public WalletPage note(Text note) {
        notes.add(Sentence.of(note));
        return this;
    }

    /** What the customer had better know before going on. */
    public WalletPage warning(Text words) {
        warning = Optional.of(Sentence.of(words));
        return this;
    }

    /** How much time there is; the browser shows the page anew when it is over. */
    public WalletPage window(Instant now, Instant end) {
        until = Optional.of(Sentence.of(Text.UNTIL, Figures.time(end)));
        secondsLeft = Math.max(0, Duration.between(now, end).toSeconds()) + 1;
        return this;
    }

    /** Something to fill in. The first that is empty, or has a mistake, has the focus. */
    public WalletPage field(Field field) {
        fields.add(field);
        return this;
    }

    /** What was wrong with the last entry in a field. */
    public WalletPage mistake(String field, Text words, Object... about) {
        mistake = Optional.of(new Mistake(field, Sentence.of(words, about)));
        return this;
    }

    /** What the button says that agrees. */
    public WalletPage confirm(Text words, Object... about) {
        confirm = Sentence.of(words, about);
        return this;
    }

    /** The page, in the language of the request. */
    public SimulatorAnswer answer(SimulatorRequest request) {
        Language language = Language.of(request);
        return Layout.page(200, request, language, view(language));
    }

    private View view(Language language) {
        String focus = mistake.map(Mistake::field).orElseGet(this::firstToFillIn);
        return new View(
                title.in(language),
                in(step, language),
                secondsLeft,
                facts.stream()
                        .map(
                                fact ->
                                        new View.Row(
                                                fact.label().in(language),
                                                fact.value(),
                                                fact.big()))
                        .toList(),
                notes.stream().map(note -> note.in(language)).toList(),
                in(warning, language),
                in(mistake.map(Mistake::sentence), language),
                List.of(
                        new View.Form(
                                inputs(language, focus),
                                confirm.in(language),
                                Text.DECLINE.in(language))),
                in(until, language),
                List.of());
    }

    private String firstToFillIn() {
        return fields.stream()
                .filter(field -> field.value().isEmpty())
                .map(Field::name)
                .findFirst()
                .orElse("");
    }

    private List<View.Input> inputs(Language language, String focus) {
        return fields.stream()
                .map(
                        field ->
                                new View.Input(
                                        field,
                                        field.label().in(language),
                                        field.hint().in(language, field.example()),
                                        field.name().equals(focus),
                                        mistake.filter(made -> made.field().equals(field.name()))
                                                .isPresent()))
                .toList();
    }

    private static String in(Optional<Sentence> sentence, Language language) {
        return sentence.map(words -> words.in(language)).orElse("");
    }

    /** Nobody decided in time; {@code back} leads to the merchant. */
    public static SimulatorAnswer expired(SimulatorRequest request, String back) {
        return closed(410, request, Text.EXPIRED_TITLE, Text.EXPIRED, back);
    }

    /** It was decided before; {@code back} leads to the merchant, as it did then. */
    public static SimulatorAnswer finished(SimulatorRequest request, String back) {
        return closed(410, request, Text.FINISHED_TITLE, Text.FINISHED, back);
    }

    /** The address has no page and never had one. */
    public static SimulatorAnswer missing(int status, SimulatorRequest request) {
        return closed(status, request, Text.MISSING_TITLE, Text.MISSING, "");
    }

    /** It is decided, and there is no address to lead to. */
    public static SimulatorAnswer done(SimulatorRequest request) {
        return closed(200, request, Text.DONE_TITLE, Text.DONE, "");
    }

    /** Sends the browser on to this address, exactly as given; it has to be ASCII. */
    public static SimulatorAnswer redirect(SimulatorRequest request, String location) {
        return closed(302, request, Text.DONE_TITLE, Text.DONE, location)
                .withHeader("Location", location);
    }

    private static SimulatorAnswer closed(
            int status, SimulatorRequest request, Text title, Text words, String back) {
        Language language = Language.of(request);
        List<View.Link> links =
                PageLinks.isAddress(back)
                        ? List.of(new View.Link(back, Text.BACK.in(language)))
                        : List.of();
        return Layout.page(
                status,
                request,
                language,
                View.told(title.in(language), words.in(language), links));
    }
}
