package id.dompet.sandbox.console;

import id.dompet.testkit.SimulatorRequest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Writes a request as a command for a POSIX shell, with secrets masked. */
final class Curl {
    /** What curl writes itself. */
    private static final Set<String> OWN =
            Set.of(
                    "host",
                    "content-length",
                    "connection",
                    "expect",
                    "upgrade",
                    "http2-settings",
                    "transfer-encoding");

    private Curl() {}

    static String of(SimulatorRequest request) {
        StringBuilder command = new StringBuilder("curl -i -X ").append(request.method());
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        String host = request.header("Host").orElse("127.0.0.1");
        command.append(" ")
                .append(quoted(Redaction.text("http://" + host + request.path() + query)));
        for (String name : new TreeSet<>(request.headers().keySet())) {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                String value = request.header(name).orElse("");
                command.append(" \\\n  -H ")
                        .append(quoted(name + ": " + Redaction.header(name, value)));
            }
        }
        if (request.body().length > 0) {
            command.append(" \\\n  --data-raw ").append(quoted(Redaction.text(request.text())));
        }
        return command.toString();
    }

    /** In single quotes, where a shell reads nothing else. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
