package id.dompet.internal.operation;

import id.dompet.spi.ExchangeListener;
import id.dompet.spi.ExchangeListener.Exchange;
import id.dompet.spi.ExchangeListener.Result;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Writes one line for each exchange and tells the merchant's listeners. */
public final class ExchangeLog {
    private static final Logger LOG = LoggerFactory.getLogger("id.dompet.exchange");

    private final List<ExchangeListener> listeners;

    /** Tells these, in this order. */
    public ExchangeLog(List<ExchangeListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    void record(Exchange exchange) {
        String end =
                switch (exchange.result()) {
                    case ANSWERED -> String.valueOf(exchange.status().orElse(0));
                    case NOT_SENT -> "not sent";
                    case NO_ANSWER -> "no answer";
                };
        LOG.atLevel(exchange.result() == Result.ANSWERED ? Level.INFO : Level.WARN)
                .log(
                        "{} {} {} {} -> {} in {} ms [{}]",
                        exchange.provider(),
                        exchange.operation(),
                        exchange.method(),
                        exchange.address(),
                        end,
                        exchange.time().toMillis(),
                        exchange.correlationId());
        for (ExchangeListener listener : listeners) {
            try {
                listener.exchanged(exchange);
            } catch (VirtualMachineError e) {
                throw e;
            } catch (RuntimeException | Error e) {
                // Whatever it is: an answer about money must not get lost because of it.
                LOG.warn("an exchange listener failed; the operation goes on", e);
            }
        }
    }
}
