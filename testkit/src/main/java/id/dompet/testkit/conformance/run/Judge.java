package id.dompet.testkit.conformance.run;

import id.dompet.spi.ProviderProfile;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.RuleBook;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.NotApplicable;
import id.dompet.testkit.conformance.report.Redaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs one rule after the other on a bench, and finds words for what came out. */
final class Judge implements AutoCloseable {
    private final Bench bench;

    Judge(Bench bench) {
        this.bench = bench;
    }

    /** The type of the module under test. */
    String pluginType() {
        return bench.subject.plugin().type();
    }

    /** The version that its jar declares. */
    Optional<String> pluginVersion() {
        return Optional.ofNullable(
                bench.subject.plugin().getClass().getPackage().getImplementationVersion());
    }

    /** Runs a rule, unless the module declares nothing that it is about. */
    Finding judge(Rule rule, Session session) {
        Optional<String> undeclared = undeclared(rule, bench.profile());
        if (undeclared.isPresent()) {
            session.skip();
            return Finding.notApplicable(undeclared.get());
        }
        int from = bench.provider.requests().size();
        try {
            bench.clear();
            session.proceed(bench);
            return Finding.passed(evidence(session, from));
        } catch (NotApplicable e) {
            return Finding.notApplicable(String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            Redaction redaction = redaction(benches(session));
            String text = Failure.text(RuleBook.Entry.of(rule), e, requests(session, from));
            return Finding.failed(redaction.of(text), redaction.of(e));
        }
    }

    private static Optional<String> undeclared(Rule rule, ProviderProfile profile) {
        List<String> missing =
                Arrays.stream(rule.needs())
                        .filter(need -> !need.isMetBy(profile))
                        .map(RuleBook::words)
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        missing.stream()
                                .map(words -> words + " is not declared")
                                .collect(Collectors.joining("; ")));
    }

    private String evidence(Session session, int from) {
        List<String> tried = new ArrayList<>(session.evidence());
        int requests = requests(session, from).size();
        tried.add(requests == 1 ? "1 request" : requests + " requests");
        return redaction(benches(session)).of(String.join("; ", tried));
    }

    private List<String> requests(Session session, int from) {
        return benches(session)
                .flatMap(
                        each ->
                                each.provider.requests().stream()
                                        .skip(each == bench ? from : 0)
                                        .map(String::valueOf))
                .toList();
    }

    /** The text without the shared bench's secrets. */
    String redacted(String text) {
        return redaction(Stream.of(bench)).of(text);
    }

    private static Redaction redaction(Stream<Bench> benches) {
        return new Redaction(
                benches.flatMap(
                                each ->
                                        Stream.concat(
                                                each.setup.secrets().stream(),
                                                each.provider.issuedSecrets().stream()))
                        .toList());
    }

    private Stream<Bench> benches(Session session) {
        return Stream.concat(Stream.of(bench), session.ownBenches().stream());
    }

    @Override
    public void close() {
        bench.close();
    }
}
