package id.dompet.internal.config;

import java.util.regex.Pattern;

/** Names that container platforms invent for services they run. */
final class Platform {
    /**
     * A service called {@code dompet-duitku} gives every container of its namespace such variables
     * (Kubernetes documentation, "Service", section "Environment variables").
     */
    private static final Pattern SERVICE =
            Pattern.compile(
                    "SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?"
                            + "|PORT(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?");

    private Platform() {}

    /** Whether the platform made it up, judged by what follows the service's name. */
    static boolean madeUp(String rest) {
        return SERVICE.matcher(rest).matches();
    }
}
