package id.dompet.testkit.conformance.bench;

import java.net.Authenticator;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;

/** What a process has once only, and every library in it shares. */
public final class ProcessState {
    /** The JDK sets these itself, when it first needs them. */
    private static final List<String> OF_THE_JDK = List.of("java.", "sun.", "jdk.", "javax.");

    private final Map<String, String> properties = new TreeMap<>();
    private final List<String> providers =
            Arrays.stream(Security.getProviders()).map(Provider::getName).toList();
    private final Object verifier = HttpsURLConnection.getDefaultHostnameVerifier();
    private final Object sockets = HttpsURLConnection.getDefaultSSLSocketFactory();
    private final List<Object> handlers = handlers();

    private ProcessState() {
        System.getProperties()
                .forEach(
                        (key, value) -> {
                            if (OF_THE_JDK.stream().noneMatch(key.toString()::startsWith)) {
                                properties.put(key.toString(), value.toString());
                            }
                        });
    }

    private static List<Object> handlers() {
        return Arrays.asList(
                Authenticator.getDefault(), Thread.getDefaultUncaughtExceptionHandler());
    }

    /** As it is now. */
    public static ProcessState now() {
        return new ProcessState();
    }

    /** What is different in another one, e.g. "the system property acme.debug". */
    public List<String> changedIn(ProcessState later) {
        List<String> changes = new ArrayList<>();
        Map<String, String> all = new TreeMap<>(properties);
        all.putAll(later.properties);
        all.keySet().stream()
                .filter(key -> !Objects.equals(properties.get(key), later.properties.get(key)))
                .map(key -> "the system property " + key)
                .forEach(changes::add);
        if (!providers.equals(later.providers)) {
            changes.add(
                    "the security providers: "
                            + later.providers.stream().collect(Collectors.joining(", ")));
        }
        if (!verifier.equals(later.verifier) || !sockets.equals(later.sockets)) {
            changes.add("how every HttpsURLConnection checks servers");
        }
        if (!handlers.equals(later.handlers)) {
            changes.add("the default authenticator or handler of uncaught exceptions");
        }
        return changes;
    }
}
