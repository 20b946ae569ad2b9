package id.dompet.benchmarks.load;

import id.dompet.Dompet;
import id.dompet.benchmarks.Effort;
import id.dompet.benchmarks.Keys;
import id.dompet.benchmarks.Section;
import id.dompet.benchmarks.Shop;
import id.dompet.benchmarks.figure.Figure;
import id.dompet.benchmarks.load.Facade.Verb;
import id.dompet.benchmarks.server.BareServer;
import id.dompet.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** {@code pay}, {@code balance} and {@code receive} over HTTP and HTTPS, by many callers. */
public final class LoadSection implements Section {
    /** The hand-written limit, to which every ratio is taken. */
    public static final String RAW = "raw socket";

    /** What Dompet is built on. */
    public static final String APACHE = "HttpClient 5, tuned, precomputed bytes";

    /** The least that a client has to do for a charge. */
    public static final String SIGNING = "HttpClient 5, tuned, signing with the JDK";

    /** What is measured. */
    public static final String DOMPET = "Dompet";

    /** Against others, as they come. */
    public static final String OTHERS = "Others with the same precomputed bytes, 16 callers";

    /** A provider that takes its time. */
    public static final String SLOW =
            "A provider that answers after " + BareServer.SLOW_MILLIS + " ms, 64 callers";

    /** Why one client is kept. */
    public static final String TLS = "HTTPS, 16 callers";

    private final Shop shop = new Shop(Keys.make());

    /** The table of charges at DOKU, measured with this Java. */
    public static String pay(int jdk) {
        return table(Verb.PAY_DOKU, "http", jdk);
    }

    private static String table(Verb verb, String scheme, int jdk) {
        return "%s over %s, %s".formatted(verb.label(), scheme, Threads.kind(jdk));
    }

    /** What a raw socket is to be beaten to: virtual threads wait more cheaply. */
    public static double shareOfRaw(int jdk) {
        return Threads.areVirtual(jdk) ? 0.65 : 0.55;
    }

    /** A client's row. */
    public static String row(int callers, String client) {
        return callers + " callers: " + client;
    }

    /** The name of the one that measures calls only. */
    public static final String CALLS = "calls";

    private final boolean callsOnly;

    /**
     * One of two.
     *
     * @param callsOnly no slow provider and no other libraries: for another Java
     */
    public LoadSection(boolean callsOnly) {
        this.callsOnly = callsOnly;
    }

    @Override
    public String name() {
        return callsOnly ? CALLS : "load";
    }

    @Override
    public void run(Effort effort, Consumer<Figure> out) throws Exception {
        try (ServerProcess server = ServerProcess.start()) {
            if (!callsOnly) {
                slow(server, effort, out);
            }
            if (effort == Effort.QUICK) {
                calls(Verb.PAY_DOKU, server.fast(), Optional.empty(), effort, out);
                return;
            }
            for (Verb verb : Verb.values()) {
                calls(verb, server.fast(), Optional.empty(), effort, out);
                calls(verb, server.tls(), Optional.of(server.trust()), effort, out);
            }
            if (!callsOnly) {
                others(server, effort, out);
                tls(server, effort, out);
            }
        }
    }

    private static List<Integer> callers(Effort effort) {
        return effort == Effort.LONG ? List.of(1, 16, 64) : List.of(16);
    }

    private void calls(
            Verb verb, URI base, Optional<SSLContext> trust, Effort effort, Consumer<Figure> out)
            throws Exception {
        Recorded request = record(verb);
        Map<String, Client> clients = new LinkedHashMap<>();
        clients.put(RAW, new RawSocket(base, trust, request));
        clients.put(APACHE, BareApache.tuned(base, trust, request));
        if (verb == Verb.PAY_DOKU && effort != Effort.QUICK) {
            BareApache another = BareApache.tuned(base, trust, request);
            clients.put(SIGNING, new SigningApache(another, request));
        }
        clients.put(DOMPET, new Facade(shop.open(base, trust), verb));
        String table = table(verb, base.getScheme(), Runtime.version().feature());
        Duration each = Duration.ofMillis(effort.of(20, 300, 300));
        try {
            try (Contest contest = new Contest(clients, effort.of(2, 16, 64))) {
                contest.warmUp(
                        effort.of(1, 40_000, 200_000),
                        each,
                        Duration.ofSeconds(effort.of(1, 4, 8)));
            }
            for (int callers : callers(effort)) {
                try (Contest contest = new Contest(clients, callers)) {
                    contest.run(effort.of(1, 9, 7), each);
                    for (String client : clients.keySet()) {
                        new Report(contest, client, RAW, APACHE)
                                .tell(table, row(callers, client), out);
                    }
                }
            }
        } finally {
            close(clients);
        }
    }

    private void slow(ServerProcess server, Effort effort, Consumer<Figure> out) throws Exception {
        Recorded request = record(Verb.PAY_DOKU);
        URI base = server.slow();
        Map<String, Client> clients = new LinkedHashMap<>();
        clients.put(RAW, new RawSocket(base, Optional.empty(), request));
        clients.put(DOMPET, new Facade(shop.open(base, Optional.empty()), Verb.PAY_DOKU));
        if (effort != Effort.QUICK) {
            clients.put("HttpClient 5, defaults", BareApache.byDefault(base, request));
            clients.put("HttpClient 4, defaults", Others.apache4(base, request));
        }
        try (Contest contest = new Contest(clients, effort.of(3, 64, 64))) {
            Duration each = Duration.ofMillis(effort.of(60, 500, 1_000));
            contest.warmUp(effort.of(1, 1_000, 2_000), each, Duration.ofSeconds(4));
            contest.run(effort.of(1, 3, 5), each);
            for (String client : clients.keySet()) {
                out.accept(figure(SLOW, client, "of raw", contest.ratio(client, RAW, Round::rate)));
                out.accept(
                        figure(
                                SLOW,
                                client,
                                "Dompet is x",
                                contest.ratio(DOMPET, client, Round::rate)));
                out.accept(figure(SLOW, client, "calls/s", contest.median(client, Round::rate)));
            }
        } finally {
            close(clients);
        }
    }

    private void others(ServerProcess server, Effort effort, Consumer<Figure> out)
            throws Exception {
        Recorded request = record(Verb.PAY_DOKU);
        URI base = server.fast();
        Map<String, Client> clients = new LinkedHashMap<>();
        clients.put(DOMPET, new Facade(shop.open(base, Optional.empty()), Verb.PAY_DOKU));
        clients.put("java.net.http", Others.jdk(base, request));
        clients.put("OkHttp", Others.okHttp(base, request));
        try (Contest contest = new Contest(clients, effort.of(2, 16, 16))) {
            Duration each = Duration.ofMillis(effort.of(20, 300, 300));
            contest.warmUp(effort.of(1, 40_000, 40_000), each, Duration.ofSeconds(8));
            contest.run(effort.of(1, 7, 7), each);
            for (String client : clients.keySet()) {
                out.accept(
                        figure(
                                OTHERS,
                                client,
                                "Dompet is x",
                                contest.ratio(DOMPET, client, Round::rate)));
                out.accept(figure(OTHERS, client, "calls/s", contest.median(client, Round::rate)));
                out.accept(
                        figure(
                                OTHERS,
                                client,
                                "CPU, µs",
                                contest.median(client, Round::cpuMicros)));
            }
        } finally {
            close(clients);
        }
    }

    private void tls(ServerProcess server, Effort effort, Consumer<Figure> out) throws Exception {
        Recorded request = record(Verb.PAY_DOKU);
        URI base = server.tls();
        Optional<SSLContext> trust = Optional.of(server.trust());
        Map<String, Client> clients = new LinkedHashMap<>();
        clients.put(DOMPET, new Facade(shop.open(base, trust), Verb.PAY_DOKU));
        long before = connections(server);
        try (Contest contest = new Contest(clients, effort.of(2, 16, 16))) {
            contest.run(effort.of(1, 5, 5), Duration.ofMillis(effort.of(20, 1_000, 1_000)));
        } finally {
            long opened = connections(server) - before - 1;
            out.accept(figure(TLS, DOMPET, "connections opened", (double) opened));
        }
        String each = "a new client for each call";
        clients.put(each, Others.newForEachCall(base, trust, request));
        try (Contest contest = new Contest(clients, effort.of(2, 16, 16))) {
            contest.warmUp(
                    effort.of(1, 400, 400),
                    Duration.ofMillis(effort.of(20, 500, 500)),
                    Duration.ofSeconds(8));
            contest.run(effort.of(1, 5, 5), Duration.ofMillis(effort.of(20, 500, 500)));
            for (String client : clients.keySet()) {
                out.accept(
                        figure(TLS, client, "CPU, µs", contest.median(client, Round::cpuMicros)));
                out.accept(
                        figure(
                                TLS,
                                client,
                                "CPU, x Dompet",
                                contest.ratio(client, DOMPET, Round::cpuMicros)));
            }
        } finally {
            close(clients);
        }
    }

    private static long connections(ServerProcess server) throws IOException {
        try (InputStream in = server.tlsConnections()) {
            return Long.parseLong(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    private static void close(Map<String, Client> clients) throws IOException {
        for (Client client : clients.values()) {
            client.close();
        }
    }

    static Figure figure(String table, String row, String column, double value) {
        return new Figure(new Figure.Place(table, row, column), value);
    }

    /** The very bytes that Dompet sends, so that the others send the same. */
    private Recorded record(Verb verb) throws Exception {
        try (Recorder recorder = new Recorder();
                Dompet dompet = shop.open(recorder.address(), Optional.empty());
                Client.Caller caller = new Facade(dompet, verb).caller()) {
            caller.call();
            return recorder.last();
        }
    }
}
