package id.dompet.internal.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * Keeps what went wrong as a cause, but no words that can quote a request or an answer: a parser's
 * complaint shows the line it could not read, and that line may hold a token.
 */
public final class SafeCause {
    private SafeCause() {}

    /** The failure itself if everything it says is harmless, else its type and its stack. */
    public static Throwable of(Throwable failure) {
        return isHarmless(failure) ? failure : withoutWords(failure);
    }

    private static boolean isHarmless(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (depth++ > 20 || !speaksOfNetworkOnly(each) || each.getSuppressed().length > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean speaksOfNetworkOnly(Throwable failure) {
        return failure instanceof SocketException
                || failure instanceof UnknownHostException
                || failure instanceof InterruptedIOException
                || failure instanceof InterruptedException
                || failure instanceof SSLException
                || failure instanceof GeneralSecurityException
                || failure instanceof ClosedChannelException
                || failure instanceof EOFException
                || failure instanceof ConnectionClosedException
                || failure instanceof NoHttpResponseException
                || failure instanceof AnswerReader.TooLarge;
    }

    private static Throwable withoutWords(Throwable failure) {
        IOException kept = new IOException(failure.getClass().getName() + " (its words left out)");
        kept.setStackTrace(failure.getStackTrace());
        Throwable cause = failure.getCause();
        if (cause != null && cause != failure) {
            kept.initCause(firstOf(cause));
        }
        return kept;
    }

    /** One level is enough to find a fault by, and cannot go round in circles. */
    private static Throwable firstOf(Throwable cause) {
        IOException kept = new IOException(cause.getClass().getName() + " (its words left out)");
        kept.setStackTrace(cause.getStackTrace());
        return kept;
    }
}
