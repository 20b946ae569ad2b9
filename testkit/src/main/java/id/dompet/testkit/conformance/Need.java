package id.dompet.testkit.conformance;

import id.dompet.spi.Capability;
import id.dompet.spi.ProviderProfile;
import java.util.List;

/** What a provider has to declare for a rule to apply. */
public enum Need {
    /** Some wallet can be linked. */
    BIND(Capability.BIND),
    /** Some link can be ended. */
    UNBIND(Capability.UNBIND),
    /** Some balance can be asked for. */
    BALANCE(Capability.BALANCE),
    /** Some wallet explains how to be filled. */
    TOP_UP(Capability.TOP_UP_INSTRUCTIONS),
    /** Some wallet can be charged, in whatever way. */
    PAY(Capability.PAY_LINKED, Capability.PAY_UNATTENDED, Capability.PAY_REDIRECT),
    /** Some linked wallet can be charged. */
    PAY_FROM_LINK(Capability.PAY_LINKED, Capability.PAY_UNATTENDED),
    /** Money can be given back. */
    REFUND(Capability.REFUND),
    /** The provider tells the merchant about payments. */
    NOTIFY(Capability.NOTIFY);

    // List.of cannot be changed, which the compiler's check cannot see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Capability> anyOf;

    Need(Capability... anyOf) {
        this.anyOf = List.of(anyOf);
    }

    public boolean isMetBy(ProviderProfile profile) {
        return anyOf.stream().anyMatch(profile::can);
    }

    /** The capabilities one of which has to be declared. */
    List<Capability> anyOf() {
        return anyOf;
    }
}
