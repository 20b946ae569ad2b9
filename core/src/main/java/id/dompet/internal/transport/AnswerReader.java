package id.dompet.internal.transport;

import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads an answer to its end, or to the limit of its size. */
final class AnswerReader {

    /** Thrown for an answer that is longer than allowed. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(int limit) {
            super("The answer is larger than " + limit + " bytes");
        }
    }

    private AnswerReader() {}

    static HttpResponse read(ClassicHttpResponse answer, int limit) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : answer.getHeaders()) {
            String value = header.getValue();
            headers.putIfAbsent(header.getName(), value == null ? "" : value);
        }
        return new HttpResponse(answer.getCode(), headers, body(answer.getEntity(), limit));
    }

    private static Body body(@Nullable HttpEntity entity, int limit) throws IOException {
        if (entity == null) {
            return Body.empty();
        }
        if (entity.getContentLength() > limit) {
            throw new TooLarge(limit);
        }
        InputStream content = entity.getContent();
        // As long as announced: a buffer for the largest answer would be most of what a call costs.
        long announced = entity.getContentLength();
        Body body = Body.read(content, announced < 0 ? limit : (int) announced);
        // The end has to be seen: only then is the answer complete and the connection given back.
        if (content.read() >= 0) {
            throw new TooLarge(limit);
        }
        return body;
    }
}
