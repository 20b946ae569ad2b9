package id.dompet.spi;

import id.dompet.model.Balance;
import id.dompet.model.Binding;

/** Asks what a linked wallet holds. */
public interface BalancePort {
    /** Changes nothing. Core may ask again when the answer is lost. */
    Balance balance(Call call, Binding binding);
}
