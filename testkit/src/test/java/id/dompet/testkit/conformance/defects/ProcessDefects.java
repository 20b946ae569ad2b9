package id.dompet.testkit.conformance.defects;

import id.dompet.http.HttpRequest;
import id.dompet.http.HttpResponse;
import id.dompet.spi.Call;
import id.dompet.spi.WalletProvider;
import id.dompet.testkit.reference.Hooks;
import id.dompet.testkit.reference.Parts;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;

/** Faults: a module that takes the process it runs in for its own. */
final class ProcessDefects {
    private ProcessDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "PLG-06",
                        "a thread of the module's lives on",
                        opening(ProcessDefects::liveOn),
                        "thread",
                        "contoh-refresher"),
                Defect.of(
                        "PLG-06",
                        "the machine's time zone is changed",
                        opening(() -> TimeZone.setDefault(TimeZone.getTimeZone("Asia/Jakarta"))),
                        "time zone"),
                Defect.of(
                        "PLG-06",
                        "the machine's language is changed",
                        opening(() -> Locale.setDefault(Locale.forLanguageTag("id-ID"))),
                        "language"),
                Defect.of(
                        "PLG-06",
                        "a system property is set",
                        opening(ProcessDefects::setProperty),
                        "system propert",
                        "contoh.debug"),
                Defect.of(
                        "PLG-06",
                        "a security provider is installed for everybody",
                        opening(() -> Security.addProvider(new OwnProvider())),
                        "security provider"),
                Defect.of(
                        "WIRE-13",
                        "one request at a time, for all customers",
                        new OneAtATime(),
                        "hangs"));
    }

    private static Hooks opening(Runnable trouble) {
        return new Hooks() {
            @Override
            public WalletProvider provider(WalletProvider genuine, Parts parts) {
                trouble.run();
                return genuine;
            }
        };
    }

    private static void setProperty() {
        String unused = System.setProperty("contoh.debug", "true");
    }

    private static void liveOn() {
        CountDownLatch never = new CountDownLatch(1);
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "contoh-refresher");
        thread.setDaemon(true);
        thread.start();
    }

    private static final class OwnProvider extends Provider {
        private static final long serialVersionUID = 1L;

        OwnProvider() {
            super("Contoh", "1", "of the module's");
        }
    }

    /** A lock around the network, to be sure. */
    private static final class OneAtATime extends Hooks {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        public HttpResponse send(Call call, HttpRequest signed) {
            lock.lock();
            try {
                return call.send(signed);
            } finally {
                lock.unlock();
            }
        }
    }
}
