package id.dompet.provider.doku;

import id.dompet.spi.Capability;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The two generations of paths and bodies, and what each can do. */
enum Generation {
    /** Today's: one path for each operation, the channel in the body. */
    CORE_V1("core-v1"),
    /** The archived one: a path for each channel, no channel in the body. */
    OVO_V1("ovo-v1.0");

    private final String setting;

    Generation(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }

    /** Whether bodies name the channel. */
    boolean namesChannel() {
        return this == CORE_V1;
    }

    static Generation of(String setting) {
        return setting.equals(OVO_V1.setting) ? OVO_V1 : CORE_V1;
    }

    Optional<String> path(DokuChannel channel, SnapService service) {
        return service == SnapService.STATUS
                ? Optional.of(SnapPaths.STATUS)
                : Optional.ofNullable(SnapPaths.of(this, channel).get(service));
    }

    /** What a channel can do; empty if this generation does not have it. */
    Set<Capability> capabilities(DokuChannel channel) {
        Map<SnapService, String> has = SnapPaths.of(this, channel);
        Set<Capability> can = EnumSet.noneOf(Capability.class);
        if (has.isEmpty()) {
            return can;
        }
        can.add(Capability.NOTIFY);
        can.add(channel.isLinked() ? Capability.PAY_LINKED : Capability.PAY_REDIRECT);
        if (takesPaymentType(channel)) {
            can.add(Capability.PAY_UNATTENDED);
        }
        if (has.containsKey(SnapService.BINDING)) {
            can.add(Capability.BIND);
        }
        if (has.containsKey(SnapService.UNBINDING)) {
            can.add(Capability.UNBIND);
        }
        if (has.containsKey(SnapService.BALANCE)) {
            can.add(Capability.BALANCE);
        }
        if (has.containsKey(SnapService.REFUND)) {
            can.add(Capability.REFUND);
        }
        return can;
    }

    /** {@code paymentType} SALE or RECURRING: OVO, today's generation. */
    boolean takesPaymentType(DokuChannel channel) {
        return this == CORE_V1 && channel == DokuChannel.OVO;
    }
}
