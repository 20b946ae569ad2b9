package id.dompet.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Apache HttpClient 5 with precomputed bytes: what Dompet is built on, without Dompet. */
final class BareApache implements Client {
    private static final int PER_ROUTE = 64;

    private final CloseableHttpClient client;
    private final HttpHost host;
    private final URI address;
    private final Recorded request;
    private final byte[] body;

    private BareApache(CloseableHttpClient client, URI base, Recorded request) {
        this.client = client;
        this.host = new HttpHost(base.getScheme(), base.getHost(), base.getPort());
        this.address = base.resolve(request.path());
        this.request = request;
        this.body = request.body().bytes();
    }

    /** Set up as Dompet's: nothing acts on its own, and the pool has room for every caller. */
    static BareApache tuned(URI base, Optional<SSLContext> trust, Recorded request) {
        RequestConfig nothingByItself =
                RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        .setRedirectsEnabled(false)
                        .setContentCompressionEnabled(false)
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setConnectionRequestTimeout(Timeout.ofSeconds(30))
                        .setResponseTimeout(Timeout.ofSeconds(30))
                        .build();
        PoolingHttpClientConnectionManagerBuilder pool =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(PER_ROUTE)
                        .setMaxConnTotal(2 * PER_ROUTE)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setTimeToLive(TimeValue.ofMinutes(5))
                                        .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                                        .build());
        trust.ifPresent(
                context -> pool.setTlsSocketStrategy(new DefaultClientTlsStrategy(context)));
        HttpClientBuilder builder =
                HttpClientBuilder.create()
                        .setConnectionManager(pool.build())
                        .setDefaultRequestConfig(nothingByItself)
                        .disableAutomaticRetries()
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableContentCompression()
                        .disableConnectionState();
        return new BareApache(builder.build(), base, request);
    }

    /** As it comes: five connections to one host. */
    static BareApache byDefault(URI base, Recorded request) {
        return new BareApache(HttpClients.createDefault(), base, request);
    }

    @Override
    public Caller caller() {
        return () -> send(null);
    }

    /**
     * Sends it once.
     *
     * @param signature in place of the one that was made before
     */
    void send(@Nullable String signature) throws IOException {
        HttpPost post = new HttpPost(address);
        for (Map.Entry<String, String> header : request.headers()) {
            post.addHeader(header.getKey(), header.getValue());
        }
        if (signature != null) {
            post.setHeader("X-SIGNATURE", signature);
        }
        post.setEntity(new ByteArrayEntity(body, null));
        byte[] answer =
                client.execute(
                        host,
                        post,
                        response ->
                                response.getCode() == 200
                                        ? EntityUtils.toByteArray(response.getEntity())
                                        : new byte[0]);
        if (answer == null || answer.length == 0) {
            throw new IOException("not HTTP 200");
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
