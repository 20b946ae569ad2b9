package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.secrets.Overheard;
import id.dompet.testkit.conformance.secrets.SecrecyRun;
import id.dompet.testkit.conformance.secrets.SecretSearch;
import java.util.Collection;
import java.util.Optional;

/** SEC: what must never be printed. */
public abstract class SecrecyRules extends WireRules {

    @Rule(
            id = "SEC-01",
            demands =
                    "No secret and no phone number is in a log, at any level, or on standard"
                            + " output.",
            why = "Logs are copied, shipped and read by people who must not be able to pay.",
            check =
                    "log statements with requests, answers, headers or tokens; names of values that"
                            + " a record prints by itself.")
    public final void sec01_logsAreClean() {
        SecrecyRun run = secrecy();
        expect(
                run.printed().size() > 1,
                "the journey is logged, so that the search means something",
                run.printed().size());
        isClean(run, run.printed());
    }

    @Rule(
            id = "SEC-02",
            demands =
                    "No secret and no phone number is in an exception, its causes or its message.",
            why = "Exceptions end in logs, in error trackers and on customers' screens.",
            check =
                    "messages made of what the provider said: quote it through"
                            + " id.dompet.spi.ProviderText; messages of check(), which must not"
                            + " quote a setting's value.")
    public final void sec02_exceptionsAreClean() {
        SecrecyRun run = secrecy();
        isClean(run, run.overheard().exceptions());
    }

    @Rule(
            id = "SEC-03",
            demands =
                    "No secret and no phone number is in what any object says about itself, nor in"
                            + " an outcome's details.",
            why = "Outcomes, events and bindings are logged and stored as they are.",
            check =
                    "records with a secret as a component, which print it by themselves; details,"
                            + " decline messages and event ids made of what the provider said.")
    public final void sec03_objectsAreClean() {
        SecrecyRun run = secrecy();
        expect(
                run.overheard().steps() > 0,
                "the journey has steps, so that the search means something",
                run.overheard().steps());
        isClean(run, run.overheard().values());
    }

    @Rule(
            id = "SEC-04",
            demands = "No secret and no phone number is in the path or query of a request.",
            why =
                    "Addresses stand in the logs of every server and proxy on the way, and in this"
                            + " library's own.",
            check = "how addresses are put together: secrets belong into the body or a header.")
    public final void sec04_addressesAreClean() {
        SecrecyRun run = secrecy();
        isClean(run, run.addresses());
    }

    @Rule(
            id = "SEC-05",
            demands = "No secret and no phone number is in the name of a thread.",
            why = "Thread names are in every line of a log and in every thread dump.",
            check = "Thread.setName and names of thread factories.")
    public final void sec05_threadNamesAreClean() {
        SecrecyRun run = secrecy();
        isClean(run, run.overheard().threads());
    }

    private static void isClean(SecrecyRun run, Collection<Overheard.Text> texts) {
        for (Overheard.Text text : texts) {
            Optional<SecretSearch.Found> found = run.search().find(text.text());
            expect(
                    found.isEmpty(),
                    text.where() + " holds no secret and no phone number",
                    found.map(SecretSearch.Found::name).orElse("none")
                            + beginning(text, found.map(SecretSearch.Found::at).orElse(0)));
        }
    }

    /** What stands before it, to find the place; nothing of the secret. */
    private static String beginning(Overheard.Text text, int at) {
        String before = text.text().substring(0, Math.min(at, text.text().length()));
        String shown = before.substring(Math.max(0, before.length() - 40));
        return shown.isBlank() ? "" : ", after \"" + shown + "\"";
    }

    /** The overheard journey that these rules search. */
    private SecrecyRun secrecy() {
        return bench().once(SecrecyRun.class, () -> SecrecyRun.of(subject(), scale()));
    }
}
