package id.dompet.sandbox.soak.worker;

import id.dompet.ledger.Ledger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/** The worker's process. Prints {@code ready PORT}; ends by force, or when its parent is gone. */
public final class Worker {
    private static final int ORPHANED = 3;

    private Worker() {}

    /**
     * Runs until it is killed.
     *
     * @param args the file of its settings, and by how many milliseconds the clock was moved
     */
    public static void main(String[] args) throws IOException {
        run(args, new Fittings());
    }

    /** The same with parts that need not be good ones. */
    public static void run(String[] args, Fittings fittings) throws IOException {
        WorkerSettings settings = WorkerSettings.read(Path.of(args[0]));
        SoakClock clock =
                new SoakClock(settings.began(), Duration.ofMillis(Long.parseLong(args[1])));
        Thread watch = new Thread(Worker::dieWithParent, "parent");
        watch.setDaemon(true);
        watch.start();
        DataSource pool = Backend.pool(settings);
        Ledger ledger = Backend.open(settings, pool, clock, fittings);
        int port = WorkerServer.open(ledger, new Counter(ledger, clock, new DatabaseTime(pool)));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("ready " + port);
    }

    private static void dieWithParent() {
        try {
            // Nothing is ever written: the stream ends when the parent does.
            int unused = System.in.read();
        } catch (IOException e) {
            Runtime.getRuntime().halt(ORPHANED);
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
