package id.dompet.testkit.conformance.secrets;

import id.dompet.Dompet;
import id.dompet.spi.Setting;
import id.dompet.testkit.conformance.bench.Bench;
import id.dompet.testkit.conformance.bench.Scale;
import id.dompet.testkit.conformance.bench.Subject;
import id.dompet.testkit.simulated.Operation;
import id.dompet.testkit.simulated.SeenRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One whole journey with faults, overheard from beginning to end, and searched afterwards: only
 * then is every secret known.
 */
public final class SecrecyRun {
    private final Overheard overheard = new Overheard();
    private final Set<Overheard.Text> printed = new LinkedHashSet<>();
    private final Set<Overheard.Text> addresses = new LinkedHashSet<>();
    private final SecretSearch search = new SecretSearch();

    private SecrecyRun() {}

    /** Runs it on a bench of its own. */
    public static SecrecyRun of(Subject subject, Scale scale) {
        SecrecyRun run = new SecrecyRun();
        try (Eavesdropper ears = new Eavesdropper()) {
            try (Bench bench = new Bench(subject, scale)) {
                run.on(bench);
            }
            for (Eavesdropper.Heard heard : ears.heard()) {
                run.printed.add(new Overheard.Text(heard.where(), heard.text()));
            }
        }
        return run;
    }

    private void on(Bench bench) {
        WatchedPlugin plugin = new WatchedPlugin(bench.subject.plugin());
        Map<String, String> watched = Map.of("dompet." + Bench.ID + ".type", plugin.type());
        Dompet dompet =
                bench.open(
                        bench.config().with(watched),
                        builder ->
                                builder.plugin(plugin)
                                        .listener(
                                                exchange -> {
                                                    overheard.value("an exchange", exchange);
                                                    overheard.threads(exchange.operation());
                                                }));
        bench.merchant.handTo(request -> dompet.receive(Bench.ID, request, bench.merchant));
        SecrecyJourney journey = new SecrecyJourney(bench, dompet, overheard);
        journey.travel();
        misconfigured(bench);
        overheard.object("the facade", dompet);
        overheard.object("the configuration", bench.config());
        overheard.object("the module", bench.subject.plugin());
        bench.subject.plugin().settings().forEach(each -> overheard.object("a setting", each));
        List<Object> made = new ArrayList<>(plugin.made());
        made.addAll(Insides.of(bench.subject.plugin().getClass(), plugin.made()));
        made.forEach(each -> overheard.object("an object of the module", each));
        for (SeenRequest seen : bench.provider.requests()) {
            if (seen.operation() != Operation.PAGE) {
                String address = seen.request().path() + "?" + seen.request().query();
                String where = "the address of a " + seen.operation() + " request";
                addresses.add(new Overheard.Text(where, address));
                addresses.add(new Overheard.Text(where, decoded(address)));
            }
        }
        bench.setup.secrets().forEach(secret -> search.add("a secret of the settings", secret));
        bench.provider
                .issuedSecrets()
                .forEach(secret -> search.add("a token, code or ticket of the provider", secret));
        journey.nonces().forEach(nonce -> search.add("the nonce of a link attempt", nonce));
        journey.phones().forEach(search::add);
    }

    /** Secrets that are mistyped must not be quoted. */
    private void misconfigured(Bench bench) {
        Map<String, String> given = bench.subject.settings(bench.setup, bench.provider.baseUrl());
        for (Setting setting : bench.subject.plugin().settings()) {
            String value = given.get(setting.key());
            if (setting.kind() == Setting.Kind.SECRET && value != null) {
                for (String wrong :
                        List.of(value + "#", " " + value, value.toLowerCase(Locale.ROOT))) {
                    overheard.hear(
                            "opening with a mistyped " + setting.key(),
                            () -> {
                                String key = "dompet." + Bench.ID + "." + setting.key();
                                try (Dompet opened =
                                        bench.open(bench.config().with(Map.of(key, wrong)))) {
                                    return opened.providers();
                                }
                            });
                }
            }
        }
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** Logs and standard output. */
    public Set<Overheard.Text> printed() {
        return printed;
    }

    /** Paths and queries of requests to the provider. */
    public Set<Overheard.Text> addresses() {
        return addresses;
    }

    /** Values, exceptions and threads. */
    public Overheard overheard() {
        return overheard;
    }

    /** Finds what must not be there. */
    public SecretSearch search() {
        return search;
    }
}
