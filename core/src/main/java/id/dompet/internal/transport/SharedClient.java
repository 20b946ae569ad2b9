package id.dompet.internal.transport;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.http.protocol.RequestUserAgent;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The one HttpClient and its pool, with everything switched off that acts on its own. */
final class SharedClient {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);

    private static final Http1Config LIMITS =
            Http1Config.custom().setMaxLineLength(16 * 1024).setMaxHeaderCount(100).build();

    private static final RequestConfig NOTHING_BY_ITSELF =
            RequestConfig.custom()
                    .setAuthenticationEnabled(false)
                    .setRedirectsEnabled(false)
                    .setContentCompressionEnabled(false)
                    .setExpectContinueEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .build();

    private SharedClient() {}

    static PoolingHttpClientConnectionManager pool(
            HttpClientConnectionOperator dialer, int maxConnections) {
        PoolingHttpClientConnectionManager pool =
                new ConnectionPool(dialer, TimeValue.of(TIME_TO_LIVE), LIMITS);
        pool.setDefaultMaxPerRoute(maxConnections);
        pool.setMaxTotal(2 * maxConnections);
        pool.setDefaultConnectionConfig(
                ConnectionConfig.custom()
                        .setTimeToLive(TimeValue.of(TIME_TO_LIVE))
                        // Zero: looked at before every reuse, which costs a few microseconds.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build());
        return pool;
    }

    static CloseableHttpClient client(
            PoolingHttpClientConnectionManager pool, ProxyAccess proxy, int maxResponseBytes) {
        String userAgent = userAgent();
        HttpProcessor completion =
                HttpProcessorBuilder.create()
                        .addAll(
                                new RequestTargetHost(),
                                new RequestContent(),
                                new RequestConnControl(),
                                new RequestUserAgent(userAgent))
                        .build();
        HttpClientBuilder builder =
                HttpClientBuilder.create()
                        .setConnectionManager(pool)
                        .setRequestExecutor(new SendOnceExecutor(proxy))
                        .replaceExecInterceptor(
                                ChainElement.MAIN_TRANSPORT.name(),
                                new ExchangeHandler(completion, proxy, maxResponseBytes))
                        // Authenticates, which nothing here does, and parses each address for it.
                        .replaceExecInterceptor(
                                ChainElement.PROTOCOL.name(),
                                (request, scope, next) -> next.proceed(request, scope))
                        .setDefaultRequestConfig(NOTHING_BY_ITSELF)
                        .setUserAgent(userAgent)
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .disableConnectionState()
                        .evictExpiredConnections()
                        .evictIdleConnections(TimeValue.of(ExchangeHandler.MAX_KEEP_ALIVE));
        proxy.host().ifPresent(builder::setProxy);
        return builder.build();
    }

    /** What applies to one call: it waits for a connection no longer than it may last. */
    static RequestConfig configFor(Exchange exchange) {
        return RequestConfig.copy(NOTHING_BY_ITSELF)
                .setConnectionRequestTimeout(Timeout.ofMilliseconds(exchange.remainingMillis()))
                .build();
    }

    private static String userAgent() {
        String version = SharedClient.class.getPackage().getImplementationVersion();
        return version == null ? "dompet" : "dompet/" + version;
    }
}
