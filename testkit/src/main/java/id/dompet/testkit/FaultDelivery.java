package id.dompet.testkit;

import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Turns a scripted fault into what is sent; for the simulators. */
public final class FaultDelivery {

    private FaultDelivery() {}

    /**
     * Carries the operation out only if the fault lets it take effect, or if it has none.
     *
     * @param readOnly whether the operation changes nothing, so that it can always be carried out
     * @param behaviour carries the operation out and gives the genuine answer
     * @param placeholder stands for the genuine answer where there is none; it is never sent
     * @param coded puts an error code into the provider's format, given the genuine answer or the
     *     placeholder
     */
    public static Delivery of(
            Fault fault,
            boolean readOnly,
            Supplier<SimulatorAnswer> behaviour,
            SimulatorAnswer placeholder,
            BiFunction<FaultContent.ProviderCode, SimulatorAnswer, SimulatorAnswer> coded) {
        SimulatorAnswer genuine = fault.takesEffect() || readOnly ? behaviour.get() : placeholder;
        return new Delivery(shown(fault.content(), genuine, coded), fault.wire(), fault.delay());
    }

    private static SimulatorAnswer shown(
            FaultContent content,
            SimulatorAnswer genuine,
            BiFunction<FaultContent.ProviderCode, SimulatorAnswer, SimulatorAnswer> coded) {
        if (content instanceof FaultContent.Raw raw) {
            return raw.answer();
        }
        if (content instanceof FaultContent.Rewritten rewritten) {
            return rewritten.applyTo(genuine);
        }
        if (content instanceof FaultContent.ProviderCode code) {
            return coded.apply(code, genuine);
        }
        return genuine;
    }
}
