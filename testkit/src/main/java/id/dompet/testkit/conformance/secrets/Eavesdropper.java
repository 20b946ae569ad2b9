package id.dompet.testkit.conformance.secrets;

import id.dompet.testkit.conformance.bench.Violation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;

/**
 * Hears everything that is printed in this process while it is open: every logger at its finest
 * level, standard output and standard error. What the simulators, the suite and the test framework
 * print is left out; they stand for somebody else.
 */
final class Eavesdropper implements AutoCloseable {
    private static final Pattern OTHERS =
            Pattern.compile(
                    "(id\\.dompet\\.testkit\\.([A-Z]|conformance|simulated|duitku|doku)"
                            + "|wiremock|com\\.github\\.tomakehurst|org\\.eclipse\\.jetty|org\\.junit"
                            + "|com\\.sun\\.net\\.httpserver|sun\\.|java\\.|javax\\.|jdk\\.).*");

    /**
     * Something that was printed.
     *
     * @param where e.g. a logger's name
     * @param text all of it
     */
    record Heard(String where, String text) {}

    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final List<Handler> handlers = List.of(root.getHandlers());
    private final Handler ear = new Ear();
    private final LogbackEar logback;

    Eavesdropper() {
        logback = logback();
        handlers.forEach(root::removeHandler);
        root.setLevel(Level.ALL);
        root.addHandler(ear);
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    private LogbackEar logback() {
        try {
            return LogbackEar.open(this::hear);
        } catch (NoClassDefFoundError e) {
            throw new Violation(LogbackEar.NEEDED, "Logback is not on the class path");
        }
    }

    /** Everything so far. */
    List<Heard> heard() {
        List<Heard> all = new ArrayList<>(heard);
        for (String line : printed.toString(StandardCharsets.UTF_8).split("\\R", -1)) {
            all.add(new Heard("standard output or standard error", line));
        }
        return all;
    }

    private void hear(String logger, String text) {
        if (!OTHERS.matcher(logger).matches()) {
            heard.add(new Heard("the log of " + logger, text));
        }
    }

    /** An exception as a log prints it. */
    static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        root.removeHandler(ear);
        root.setLevel(level);
        handlers.forEach(root::addHandler);
        logback.close();
    }

    /** Of java.util.logging. */
    private final class Ear extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        Ear() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            String text = formatter.formatMessage(record);
            Throwable thrown = record.getThrown();
            hear(
                    String.valueOf(record.getLoggerName()),
                    record.getLevel().getName().toLowerCase(Locale.ROOT)
                            + " "
                            + text
                            + (thrown == null ? "" : "\n" + trace(thrown)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
