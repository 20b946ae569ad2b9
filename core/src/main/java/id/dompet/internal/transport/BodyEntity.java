package id.dompet.internal.transport;

import id.dompet.http.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A request's body, written without another copy of it. */
final class BodyEntity extends AbstractHttpEntity {
    private final Body body;

    BodyEntity(Body body) {
        super((String) null, null);
        this.body = body;
    }

    @Override
    public long getContentLength() {
        return body.size();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        body.writeTo(out);
    }

    @Override
    public InputStream getContent() {
        return body.stream();
    }

    @Override
    public void close() {}
}
