package id.dompet.benchmarks.load;

import id.dompet.benchmarks.figure.Statistics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Several clients against one server, in turns: in each round every client runs once, in the next
 * one in the opposite order, so that a busy moment of the machine hits all of them alike.
 */
final class Contest implements AutoCloseable {
    private final Map<String, List<Client.Caller>> callers = new LinkedHashMap<>();
    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

    Contest(Map<String, ? extends Client> clients, int callersEach) throws Exception {
        for (Map.Entry<String, ? extends Client> client : clients.entrySet()) {
            List<Client.Caller> each = new ArrayList<>();
            for (int i = 0; i < callersEach; i++) {
                each.add(client.getValue().caller());
            }
            callers.put(client.getKey(), each);
            rounds.put(client.getKey(), new ArrayList<>());
        }
    }

    /**
     * Rounds that do not count, because the compilers are at work: until every client has been
     * called so often, or has had its time.
     */
    void warmUp(long calls, Duration each, Duration atMost) throws Exception {
        for (List<Client.Caller> client : callers.values()) {
            long end = System.nanoTime() + atMost.toNanos();
            double done = 0;
            while (done < calls && System.nanoTime() < end) {
                done += Round.run(client, each).rate() * each.toNanos() / 1e9;
            }
        }
    }

    void run(int times, Duration each) throws Exception {
        List<Map.Entry<String, List<Client.Caller>>> order = new ArrayList<>(callers.entrySet());
        for (int i = 0; i < times; i++) {
            for (Map.Entry<String, List<Client.Caller>> client : order) {
                of(client.getKey()).add(Round.run(client.getValue(), each));
            }
            Collections.reverse(order);
        }
    }

    double median(String client, ToDoubleFunction<Round> figure) {
        return Statistics.median(of(client).stream().map(figure::applyAsDouble).toList());
    }

    /** The median of the ratios, round by round. */
    double ratio(String client, String to, ToDoubleFunction<Round> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < of(client).size(); i++) {
            ratios.add(
                    figure.applyAsDouble(of(client).get(i)) / figure.applyAsDouble(of(to).get(i)));
        }
        return Statistics.median(ratios);
    }

    private List<Round> of(String client) {
        return rounds.getOrDefault(client, List.of());
    }

    @Override
    public void close() throws IOException {
        for (List<Client.Caller> each : callers.values()) {
            for (Client.Caller caller : each) {
                caller.close();
            }
        }
    }
}
