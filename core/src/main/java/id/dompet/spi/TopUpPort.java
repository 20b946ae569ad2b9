package id.dompet.spi;

import id.dompet.model.Binding;
import id.dompet.model.TopUpInstruction;
import java.util.List;

/** Optional: tells customers how to put money into their wallet. */
public interface TopUpPort {
    /** Changes nothing. Core may ask again when the answer is lost. */
    List<TopUpInstruction> topUpInstructions(Call call, Binding binding);
}
