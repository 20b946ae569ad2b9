package id.dompet.benchmarks.load;

import java.io.IOException;

/** One way to send one request and read its answer. Thread-safe unless it says otherwise. */
interface Client extends AutoCloseable {
    /** What a caller does again and again. */
    interface Caller extends AutoCloseable {
        /** Sends and reads; throws if the answer is not the right one. */
        void call() throws Exception;

        @Override
        default void close() throws IOException {}
    }

    /** For one thread. */
    Caller caller() throws Exception;

    @Override
    default void close() throws IOException {}
}
