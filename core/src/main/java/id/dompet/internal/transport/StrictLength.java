package id.dompet.internal.transport;

import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;

/**
 * Where an answer's body ends; an answer that says so in two ways is not believed. RFC 9112,
 * section 6.3, lets a client choose one of two contradicting lengths or refuse; for money, refuse.
 */
final class StrictLength implements ContentLengthStrategy {
    static final StrictLength INSTANCE = new StrictLength();

    private StrictLength() {}

    @Override
    public long determineLength(HttpMessage message) throws HttpException {
        Header[] lengths = message.getHeaders(HttpHeaders.CONTENT_LENGTH);
        if (lengths.length > 0 && message.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            throw new ProtocolException("Both a length and a transfer encoding");
        }
        for (Header length : lengths) {
            if (!length.getValue().equals(lengths[0].getValue())) {
                throw new ProtocolException("Two different lengths");
            }
        }
        return DefaultContentLengthStrategy.INSTANCE.determineLength(message);
    }
}
