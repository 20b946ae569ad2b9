package id.dompet.sandbox.soak;

import id.dompet.sandbox.soak.Audit.Fault;
import id.dompet.sandbox.soak.Audit.Finding;
import java.util.List;
import java.util.Map;

/**
 * What a soak found.
 *
 * @param payments how many the database holds
 * @param providers how many providers they went to
 * @param kills how many workers were killed
 * @param ownDeaths how many ended by themselves
 * @param faults how many faults requests and notifications met
 * @param findings everything that is wrong
 * @param seconds how long it took
 */
record SoakResult(
        int payments,
        int providers,
        int kills,
        int ownDeaths,
        long faults,
        List<Finding> findings,
        long seconds) {
    /** The line. */
    String line() {
        Map<Fault, Long> counts = Audit.count(findings);
        return "payments=%d kills=%d faults=%d double=%d lost=%d wrong=%d open=%d seconds=%d"
                .formatted(
                        payments,
                        kills,
                        faults,
                        counts.get(Fault.DOUBLE),
                        counts.get(Fault.LOST),
                        counts.get(Fault.WRONG),
                        counts.get(Fault.OPEN),
                        seconds);
    }

    /** Whether all is well, and something was tried. */
    boolean isGood() {
        return findings.isEmpty() && ownDeaths == 0 && wasTried();
    }

    /** A run in which nothing happened at one of the providers proves nothing. */
    boolean wasTried() {
        return providers == 2 && kills > 0 && faults > 0;
    }
}
