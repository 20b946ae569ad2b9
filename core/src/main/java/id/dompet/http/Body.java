package id.dompet.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The exact bytes of a message. Copied in and out, so nobody can change them between signing and
 * sending. Immutable, compared by content; {@code toString} shows the size only.
 */
public final class Body {
    private static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** These bytes. */
    public static Body of(byte[] bytes) {
        return new Body(bytes.clone());
    }

    /**
     * What a stream has, without a copy.
     *
     * @param in read until its end or the limit, and not closed
     * @param limit the most bytes that are taken; what follows stays in the stream
     * @throws IOException if the stream throws it
     */
    public static Body read(InputStream in, int limit) throws IOException {
        return new Body(in.readNBytes(limit));
    }

    /** Writes a body, in one piece or a few. */
    @FunctionalInterface
    public interface Source {
        /**
         * Writes the whole of it.
         *
         * @param out copies what it is given
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * What a serialiser writes; spares the copy that its byte array would be.
     *
     * @throws IOException if the source throws it
     */
    public static Body written(Source source) throws IOException {
        Pieces pieces = new Pieces();
        source.writeTo(pieces);
        return new Body(pieces.all);
    }

    /** Takes an array of its own for each piece, so what was taken before never changes. */
    private static final class Pieces extends OutputStream {
        private byte[] all = new byte[0];

        @Override
        public void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            byte[] more = Arrays.copyOf(all, all.length + length);
            System.arraycopy(from, offset, more, all.length, length);
            all = more;
        }
    }

    /** This text in UTF-8. */
    public static Body utf8(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** No bytes. */
    public static Body empty() {
        return EMPTY;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Writes the bytes, which spares a copy of them where they are only read.
     *
     * @param out must neither keep nor change the array it is given
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /**
     * The bytes to be parsed, which spares a copy of them. Each stream begins at the first; whoever
     * transfers one to an {@link OutputStream} does what {@link #writeTo} does.
     */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /**
     * Feeds the bytes to a digest, which spares a copy of them.
     *
     * @param digest must neither keep nor change the array it is given
     */
    public void feed(MessageDigest digest) {
        digest.update(bytes);
    }

    /** The bytes read as UTF-8; what is not UTF-8 becomes replacement characters. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** How many bytes. */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Body body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
