package id.dompet.internal.transport;

import id.dompet.http.HttpFailure;
import id.dompet.http.HttpRequest;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong in one sentence, and decides between "not sent" and "no answer" by one fact:
 * whether a byte of the request was handed to the connection to the provider.
 */
final class Failures {
    private final URI address;
    private final ProxyAccess proxy;

    Failures(HttpRequest request, ProxyAccess proxy) {
        this.address = request.uri();
        this.proxy = proxy;
    }

    /** Host and port only: the path and above all the query are nobody's business. */
    private String place() {
        String host = address.getHost() == null ? "(no host)" : address.getHost();
        int port = address.getPort();
        if (port < 0) {
            port = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        }
        String way = proxy.host().map(via -> " through the proxy " + via.toHostString()).orElse("");
        return host + ":" + port + way;
    }

    /** Refused before anything was tried. */
    HttpFailure notSent(String reason, @Nullable Throwable cause) {
        return new HttpFailure.NotSent(
                place() + ": " + reason + "; nothing was sent.",
                cause == null ? null : SafeCause.of(cause));
    }

    /** A call that failed on the way. */
    HttpFailure of(Exchange exchange, Throwable failure, Duration waited) {
        String sentence =
                String.format(
                        "%s: %s after %d ms of %d ms",
                        place(),
                        reason(exchange, failure),
                        waited.toMillis(),
                        exchange.allowed().toMillis());
        Throwable cause = SafeCause.of(failure);
        if (exchange.mayHaveLeft()) {
            return new HttpFailure.NoAnswer(
                    sentence + "; the request may have arrived, its result is not known.", cause);
        }
        return new HttpFailure.NotSent(sentence + "; nothing was sent.", cause);
    }

    /** A proxy that answered {@code CONNECT} with a refusal. */
    HttpFailure tunnelRefused(Exchange exchange, int status, Duration waited) {
        return new HttpFailure.NotSent(
                String.format(
                        "%s: the proxy refused to open a tunnel (status %d) after %d ms of %d ms;"
                                + " nothing was sent.",
                        place(), status, waited.toMillis(), exchange.allowed().toMillis()),
                null);
    }

    private static String reason(Exchange exchange, Throwable failure) {
        if (exchange.ending().filter(Exchange.Ending.CLOSED::equals).isPresent()) {
            return "the transport was closed " + whileDoing(exchange.stage());
        }
        if (Thread.currentThread().isInterrupted()) {
            return "the calling thread was interrupted " + whileDoing(exchange.stage());
        }
        if (failure instanceof AnswerReader.TooLarge) {
            return "the answer was larger than allowed and was not read to its end";
        }
        if (exchange.ending().isPresent()) {
            return "the deadline ended the call " + whileDoing(exchange.stage());
        }
        return switch (exchange.stage()) {
            case WAITING ->
                    failure instanceof ConnectionRequestTimeoutException
                            ? "no connection became free"
                            : "no connection could be had";
            case RESOLVING -> "the name could not be resolved";
            case CONNECTING -> connecting(failure);
            case SECURING -> securing(failure);
            case TUNNELLING -> "the proxy did not open a tunnel";
            case EXCHANGING -> exchanging(failure);
        };
    }

    private static String whileDoing(Exchange.Stage stage) {
        return switch (stage) {
            case WAITING -> "while waiting for a free connection";
            case RESOLVING -> "while resolving the name";
            case CONNECTING -> "while connecting";
            case SECURING -> "during the TLS handshake";
            case TUNNELLING -> "while the proxy was opening a tunnel";
            case EXCHANGING -> "before a complete answer had come";
        };
    }

    private static String connecting(Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "the name could not be resolved";
        }
        if (failure instanceof SocketTimeoutException) {
            return "connecting took longer than allowed";
        }
        return failure instanceof ConnectException
                ? "the connection was refused"
                : "no connection could be made";
    }

    private static String securing(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof CertificateException) {
                return "the server's certificate was not accepted";
            }
        }
        return failure instanceof SocketTimeoutException
                ? "the TLS handshake took longer than allowed"
                : "the TLS handshake failed";
    }

    private static String exchanging(Throwable failure) {
        if (failure instanceof NoHttpResponseException
                || failure instanceof ConnectionClosedException) {
            return "the connection was closed before a complete answer had come";
        }
        if (failure instanceof SSLException) {
            return "the encrypted connection broke before a complete answer had come";
        }
        return failure instanceof HttpException
                ? "what came back is not a valid HTTP answer"
                : "the connection broke before a complete answer had come";
    }
}
