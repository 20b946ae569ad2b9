package id.dompet.internal.transport;

import id.dompet.model.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;

/**
 * The way through a proxy, if there is one. Its credentials go along from the start (RFC 7617,
 * section 2), so that no request has to be sent again after a challenge; they go to the proxy only.
 */
final class ProxyAccess {
    private final Optional<HttpHost> host;
    private final Optional<Secret> credentials;

    ProxyAccess(Optional<TransportSettings.Proxy> settings) {
        host = settings.map(proxy -> hostOf(proxy.address()));
        credentials = settings.flatMap(ProxyAccess::credentialsOf);
    }

    private static HttpHost hostOf(URI address) {
        if (!"http".equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getPort() < 1
                || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the proxy's address must look like http://host:port, with user and password"
                            + " set apart from it");
        }
        return new HttpHost("http", withoutBrackets(address.getHost()), address.getPort());
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static Optional<Secret> credentialsOf(TransportSettings.Proxy proxy) {
        if (proxy.user().isPresent() != proxy.password().isPresent()) {
            throw new IllegalArgumentException(
                    "a proxy wants both user and password, or neither; one of them is missing");
        }
        return proxy.user()
                .map(user -> user + ":" + proxy.password().map(Secret::reveal).orElse(""))
                .map(pair -> pair.getBytes(StandardCharsets.UTF_8))
                .map(pair -> Secret.of("Basic " + Base64.getEncoder().encodeToString(pair)));
    }

    Optional<HttpHost> host() {
        return host;
    }

    /** Adds the credentials to what is meant for the proxy. */
    void authorize(HttpRequest request) {
        credentials.ifPresent(
                value -> request.setHeader(HttpHeaders.PROXY_AUTHORIZATION, value.reveal()));
    }
}
