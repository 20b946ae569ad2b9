package id.dompet.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP side of a simulator: every request, whatever its path, goes to one function, and its
 * answer goes out through a {@link FaultProxy}. Thread-safe, as the function has to be.
 */
public final class SimulatorServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);

    private final WireMockServer engine;
    private final FaultProxy proxy;
    private final CountDownLatch closing;

    private SimulatorServer(WireMockServer engine, FaultProxy proxy, CountDownLatch closing) {
        this.engine = engine;
        this.proxy = proxy;
        this.closing = closing;
    }

    /**
     * Starts to listen.
     *
     * @param bindAddress a local address
     * @param port 0 for any free one
     * @param behaviour answers requests; called on many threads
     * @throws IllegalStateException when the port is in use
     */
    public static SimulatorServer start(
            String bindAddress, int port, Function<SimulatorRequest, Delivery> behaviour) {
        CountDownLatch closing = new CountDownLatch(1);
        Behaviour transformer = new Behaviour(behaviour, closing);
        WireMockServer engine =
                new WireMockServer(
                        options()
                                .bindAddress("127.0.0.1")
                                .dynamicPort()
                                .containerThreads(64)
                                .jettyIdleTimeout(600_000L)
                                .http2PlainDisabled(true)
                                .gzipDisabled(true)
                                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                                .disableRequestJournal()
                                .notifier(new ConsoleNotifier(false))
                                .adminAuthenticator(request -> false)
                                .extensions(transformer));
        engine.start();
        try {
            engine.stubFor(any(anyUrl()).willReturn(aResponse()));
            FaultProxy proxy = FaultProxy.start(bindAddress, port, engine.port());
            transformer.open(proxy);
            return new SimulatorServer(engine, proxy, closing);
        } catch (RuntimeException e) {
            engine.stop();
            throw e;
        }
    }

    /** The port in use. */
    public int port() {
        return proxy.port();
    }

    /** Ends every connection that is open, as servers do with idle ones; goes on listening. */
    public void dropConnections() {
        proxy.dropConnections();
    }

    /** Stops at once; waiting and hanging answers are given up. */
    @Override
    public void close() {
        closing.countDown();
        proxy.close();
        engine.stop();
    }

    /** Translates between the engine's types and ours. */
    private static final class Behaviour implements ResponseDefinitionTransformerV2 {

        private final Function<SimulatorRequest, Delivery> behaviour;
        private final CountDownLatch closing;
        private final CompletableFuture<FaultProxy> proxy = new CompletableFuture<>();

        Behaviour(Function<SimulatorRequest, Delivery> behaviour, CountDownLatch closing) {
            this.behaviour = behaviour;
            this.closing = closing;
        }

        void open(FaultProxy opened) {
            proxy.complete(opened);
        }

        @Override
        public String getName() {
            return "simulator";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            SimulatorRequest request = read(event.getRequest());
            Delivery delivery = answer(request);
            pause(delivery);
            ResponseDefinitionBuilder response = aResponse().withStatus(delivery.answer().status());
            if (request.method().equals("HEAD")) {
                // The proxy cannot see that this answer has no body, so the connection ends here.
                response.withHeader("Connection", "close");
            } else {
                response.withBody(delivery.answer().body());
            }
            delivery.answer().headers().forEach((name, value) -> response.withHeader(name, value));
            if (!(delivery.wire() instanceof WireFault.Intact)) {
                response.withHeader(FaultProxy.PLAN_HEADER, proxy.join().plan(delivery.wire()));
            }
            return response.build();
        }

        /** A defect of a simulator must not look like an answer of the provider. */
        private Delivery answer(SimulatorRequest request) {
            try {
                return behaviour.apply(request);
            } catch (RuntimeException e) {
                LOG.error("the simulator failed on {}", request, e);
                byte[] text = "simulator failed, see its log".getBytes(StandardCharsets.UTF_8);
                return Delivery.of(SimulatorAnswer.of(500, "text/plain", text));
            }
        }

        private void pause(Delivery delivery) {
            try {
                if (closing.await(delivery.delay().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static SimulatorRequest read(Request request) {
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (HttpHeader header : request.getHeaders().all()) {
                headers.put(header.key(), header.values());
            }
            byte[] body = request.getBody();
            return new SimulatorRequest(
                    request.getMethod().value(),
                    request.getUrl(),
                    headers,
                    body == null ? new byte[0] : body);
        }
    }
}
