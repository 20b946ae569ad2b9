package id.dompet.benchmarks.server;

import java.io.IOException;
import java.nio.file.Path;

/** The server's process: writes its ports to standard output and ends with its parent. */
public final class BareServer {
    /** How long the slow port waits before it answers. */
    public static final int SLOW_MILLIS = 50;

    private BareServer() {}

    /**
     * Serves until standard input ends.
     *
     * @param args the key store of {@link SelfSigned}
     */
    public static void main(String[] args) throws IOException {
        PlainListener fast = new PlainListener(0);
        PlainListener slow = new PlainListener(SLOW_MILLIS);
        TlsListener tls = new TlsListener(SelfSigned.context(Path.of(args[0])));
        start(fast, "fast");
        start(slow, "slow");
        start(tls, "tls");
        System.out.println(fast.port() + " " + slow.port() + " " + tls.port());
        while (System.in.read() >= 0) {
            // Nobody says anything; the end is what matters.
        }
        System.exit(0);
    }

    private static void start(Runnable listener, String name) {
        Thread thread = new Thread(listener, name);
        thread.setDaemon(true);
        thread.start();
    }
}
