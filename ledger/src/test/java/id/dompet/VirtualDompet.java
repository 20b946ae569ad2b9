package id.dompet;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.internal.transport.Deadline;
import id.dompet.internal.transport.Transport;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.TimeSource;
import id.dompet.spi.WalletProviderPlugin;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** The real facade over a network that is a function: for simulation in virtual time. */
public final class VirtualDompet {
    private VirtualDompet() {}

    /** Opens one. */
    public static Dompet open(
            DompetConfig config,
            WalletProviderPlugin plugin,
            CredentialStore credentials,
            TimeSource time,
            RandomGenerator random,
            Network network) {
        DompetBuilder builder = new DompetBuilder(config);
        Dompet.Builder unused =
                builder.transport(new VirtualTransport(network))
                        .plugin(plugin)
                        .credentials(credentials)
                        .time(time)
                        .random(random);
        return builder.open();
    }

    /** What carries requests. */
    public interface Network {
        /**
         * Sends.
         *
         * @param isOver whether the call's time is over by now
         */
        HttpResponse send(HttpRequest request, BooleanSupplier isOver);
    }

    private record VirtualTransport(Network network) implements Transport {
        @Override
        public HttpResponse send(HttpRequest request, Deadline deadline) {
            return network.send(request, deadline::isOver);
        }

        @Override
        public void close() {}
    }
}
