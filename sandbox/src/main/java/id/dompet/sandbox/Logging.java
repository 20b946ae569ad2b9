package id.dompet.sandbox;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import org.slf4j.LoggerFactory;

/** Switches the log from warnings in one line each to everything there is. */
final class Logging {
    private Logging() {}

    static void showEverything() {
        URL verbose = Logging.class.getResource("/logback-verbose.xml");
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)
                || verbose == null) {
            return;
        }
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        context.reset();
        try {
            configurator.doConfigure(verbose);
        } catch (JoranException e) {
            throw new IllegalStateException("logback-verbose.xml cannot be read", e);
        }
    }
}
