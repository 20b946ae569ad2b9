package id.dompet.testkit.conformance;

import id.dompet.spi.ProviderProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

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
    Finding judge(Rule rule, Rules rules, Invocation<Void> body) {
        Optional<String> undeclared = undeclared(rule, bench.profile());
        if (undeclared.isPresent()) {
            body.skip();
            return Finding.notApplicable(undeclared.get());
        }
        int from = bench.provider.requests().size();
        try {
            bench.clear();
            rules.use(bench);
            body.proceed();
            return Finding.passed(evidence(rules, from));
        } catch (NotApplicable e) {
            return Finding.notApplicable(String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            Redaction redaction = redaction(benches(rules));
            String text = Failure.text(RuleBook.Entry.of(rule), e, requests(rules, from));
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

    private String evidence(Rules rules, int from) {
        List<String> tried = new ArrayList<>(rules.evidence());
        int requests = requests(rules, from).size();
        tried.add(requests == 1 ? "1 request" : requests + " requests");
        return redaction(benches(rules)).of(String.join("; ", tried));
    }

    private List<String> requests(Rules rules, int from) {
        return benches(rules)
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

    private Stream<Bench> benches(Rules rules) {
        return Stream.concat(Stream.of(bench), rules.ownBenches().stream());
    }

    @Override
    public void close() {
        bench.close();
    }
}
