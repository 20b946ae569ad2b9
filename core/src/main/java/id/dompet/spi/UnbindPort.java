package id.dompet.spi;

import id.dompet.model.Binding;
import id.dompet.model.UnbindOutcome;

/** Ends links. */
public interface UnbindPort {
    /**
     * Repeatable: ending what has already ended is success. Core forgets the binding's credential
     * after {@link UnbindOutcome.Unbound}.
     */
    UnbindOutcome unbind(Call call, Binding binding);
}
