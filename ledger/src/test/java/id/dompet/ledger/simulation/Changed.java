package id.dompet.ledger.simulation;

import id.dompet.Dompet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A facade that says something else than the right one did. */
final class Changed {
    private Changed() {}

    /** What becomes of the result of a call. */
    interface Change {
        Object of(String method, Object[] arguments, Object result);
    }

    static Dompet facade(Dompet honest, Change change) {
        return (Dompet)
                Proxy.newProxyInstance(
                        Dompet.class.getClassLoader(),
                        new Class<?>[] {Dompet.class},
                        (proxy, method, arguments) -> {
                            try {
                                Object result = method.invoke(honest, arguments);
                                return change.of(method.getName(), arguments, result);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    /** A design of which only that is wrong. */
    static Design design(String name, ByFacade wrong) {
        return new Design(name) {
            @Override
            Dompet dompet(Dompet honest, World world) {
                return facade(honest, wrong.of(honest));
            }
        };
    }

    /** How the results of one facade change. */
    interface ByFacade {
        Change of(Dompet honest);
    }
}
