package id.dompet.ledger.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2, {@code jdbc:h2:file:fulldisk:/path}, whose disk is full when a test says
 * so: nothing is written any more, as when the place that was kept for a file is used up. H2 makes
 * objects of this class by itself.
 */
public final class FullDisk extends FilePathWrapper {
    private static volatile boolean full;

    /** For H2. */
    public FullDisk() {
        super();
    }

    /** Makes it known to H2; harmless if it is. */
    static void register() {
        FilePath.register(new FullDisk());
    }

    /** Whether it is full from now on. */
    public static void full(boolean value) {
        full = value;
    }

    @Override
    public String getScheme() {
        return "fulldisk";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(super.open(mode));
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel real;

        private Channel(FileChannel real) {
            super();
            this.real = real;
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            return real.write(bytes, position);
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return real.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            FileChannel unused = real.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            real.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
