package id.dompet.internal.transport;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * The last link of HttpClient's chain: completes the request, has it sent, reads the whole answer,
 * and gives the connection back. In place of HttpClient's own, which writes the request line with
 * its query to the log and leaves the reading to its caller. Thread-safe.
 */
final class ExchangeHandler implements ExecChainHandler {
    static final Duration MAX_KEEP_ALIVE = Duration.ofSeconds(30);

    /** A connection is given up so much earlier than the server announced to close it. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final HttpProcessor processor;
    private final ProxyAccess proxy;
    private final int maxResponseBytes;
    private final ConnectionReuseStrategy reuse = DefaultConnectionReuseStrategy.INSTANCE;

    ExchangeHandler(HttpProcessor processor, ProxyAccess proxy, int maxResponseBytes) {
        this.processor = processor;
        this.proxy = proxy;
        this.maxResponseBytes = maxResponseBytes;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest asked, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        HttpRoute route = scope.route;
        boolean readByProxy = route.getProxyHost() != null && !route.isTunnelled();
        ClassicHttpRequest request = readByProxy ? absolute(asked) : asked;
        processor.process(request, request.getEntity(), scope.clientContext);
        if (readByProxy) {
            proxy.authorize(request);
        }
        ClassicHttpResponse answer =
                scope.execRuntime.execute(scope.exchangeId, request, scope.clientContext);
        Duration idle = keepAlive(answer);
        boolean reusable = !idle.isZero() && reuse.keepAlive(request, answer, scope.clientContext);
        // Whatever goes wrong until the last byte ends the connection: see ConnectExec.
        Exchange.of(scope.clientContext).answered(AnswerReader.read(answer, maxResponseBytes));
        answer.setEntity(null);
        if (reusable) {
            scope.execRuntime.markConnectionReusable(
                    null, TimeValue.ofMilliseconds(idle.toMillis()));
        } else {
            scope.execRuntime.markConnectionNonReusable();
        }
        scope.execRuntime.releaseEndpoint();
        return answer;
    }

    /** What a proxy that reads along has to be told (RFC 9112, section 3.2.2). */
    private static ClassicHttpRequest absolute(ClassicHttpRequest request) {
        return ClassicRequestBuilder.copy(request).setAbsoluteRequestUri(true).build();
    }

    /** The server's hint with a margin, at most half a minute; zero means: not again. */
    static Duration keepAlive(HttpResponse answer) {
        Duration longest = MAX_KEEP_ALIVE;
        if (!answer.containsHeader(HttpHeaders.KEEP_ALIVE)) {
            return longest;
        }
        var hints = MessageSupport.iterate(answer, HttpHeaders.KEEP_ALIVE);
        while (hints.hasNext()) {
            HeaderElement hint = hints.next();
            if ("timeout".equalsIgnoreCase(hint.getName()) && isShortNumber(hint.getValue())) {
                Duration hinted =
                        Duration.ofSeconds(Integer.parseInt(hint.getValue())).minus(MARGIN);
                longest = hinted.compareTo(longest) < 0 ? hinted : longest;
            }
        }
        return longest.isNegative() ? Duration.ZERO : longest;
    }

    private static boolean isShortNumber(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,6}");
    }
}
