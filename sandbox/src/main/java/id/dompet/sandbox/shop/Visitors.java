package id.dompet.sandbox.shop;

import id.dompet.model.Customer;
import id.dompet.model.DompetException;
import id.dompet.sandbox.web.Refused;
import id.dompet.sandbox.web.Session;
import id.dompet.sandbox.web.WebRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Who is at the other end: a demo has a switch where a shop has a log-in. Thread-safe. */
final class Visitors {
    private static final int MOST = 1_000;

    private final Map<String, Customer> bySession =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Customer> eldest) {
                    return size() > MOST;
                }
            };

    /** The customer of this browser; the first one until it chose another. */
    synchronized Customer of(WebRequest request) {
        return bySession.getOrDefault(request.session().name(), People.ALL.get(0));
    }

    synchronized void become(Session session, Customer customer) {
        bySession.put(session.name(), customer);
    }

    /** Does something of which an exception says that nothing happened. */
    static <T> T tried(Supplier<T> action) {
        try {
            return action.get();
        } catch (DompetException e) {
            throw Refused.conflict("Nothing happened: " + e.getMessage());
        }
    }
}
