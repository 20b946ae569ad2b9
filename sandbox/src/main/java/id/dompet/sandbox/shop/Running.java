package id.dompet.sandbox.shop;

import id.dompet.DompetConfig;
import id.dompet.model.ProviderId;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * The backend that runs now. A change of the default provider is what it is for every merchant: one
 * line of configuration, and a restart; here without the pages going away. Thread-safe.
 */
final class Running implements AutoCloseable {
    static final String DEFAULT_ROUTE = "dompet.route.default";

    private final Backend.Own own;
    private final DompetConfig settings;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile Backend backend;
    private ProviderId standard;

    Running(Backend.Own own, DompetConfig settings) {
        this.own = own;
        this.settings = settings;
        this.standard = new ProviderId(settings.text(DEFAULT_ROUTE).orElseThrow());
        this.backend = new Backend(own, settings);
    }

    /** Does something with the backend, which stays open meanwhile. */
    <T> T with(Function<Backend, T> action) {
        lock.readLock().lock();
        try {
            return action.apply(backend);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The backend for a notification. It may be closed meanwhile, and the notification comes again
     * then; to wait here for a restart could mean to wait for a call that waits for this answer.
     */
    Backend now() {
        return backend;
    }

    /** Where new links and payments go, unless the configuration says otherwise for a wallet. */
    ProviderId standard() {
        lock.readLock().lock();
        try {
            return standard;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Starts the backend anew with another line of configuration. */
    void standard(ProviderId provider) {
        lock.writeLock().lock();
        try {
            Map<String, String> line = Map.of(DEFAULT_ROUTE, provider.value());
            Backend next = new Backend(own, settings.with(line));
            backend.close();
            backend = next;
            standard = provider;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            backend.close();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
