package id.dompet.testkit.conformance.secrets;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import id.dompet.testkit.conformance.bench.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Hears every SLF4J logger at TRACE through Logback, and nothing is printed meanwhile. */
final class LogbackEar implements AutoCloseable {
    static final String NEEDED =
            "Logback behind SLF4J, so that every log can be read: add"
                    + " ch.qos.logback:logback-classic with scope test";

    private final LoggerContext context;
    private final Map<Logger, Optional<Level>> levels = new LinkedHashMap<>();
    private final Map<Logger, List<Appender<ILoggingEvent>>> appenders = new LinkedHashMap<>();

    private LogbackEar(LoggerContext context, BiConsumer<String, String> hears) {
        this.context = context;
        Ear ear = new Ear(hears);
        ear.setContext(context);
        ear.start();
        for (Logger logger : context.getLoggerList()) {
            boolean isRoot = logger.getName().equals(org.slf4j.Logger.ROOT_LOGGER_NAME);
            List<Appender<ILoggingEvent>> own = new ArrayList<>();
            logger.iteratorForAppenders().forEachRemaining(own::add);
            appenders.put(logger, own);
            own.forEach(logger::detachAppender);
            if (isRoot || logger.getLevel() != null) {
                levels.put(logger, Optional.ofNullable(logger.getLevel()));
                logger.setLevel(Level.TRACE);
            }
            if (isRoot || !logger.isAdditive()) {
                logger.addAppender(ear);
            }
        }
    }

    /** Listens until it is closed. */
    static LogbackEar open(BiConsumer<String, String> hears) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            return new LogbackEar(context, hears);
        }
        throw new Violation(NEEDED, LoggerFactory.getILoggerFactory().getClass().getName());
    }

    @Override
    public void close() {
        for (Logger logger : context.getLoggerList()) {
            logger.iteratorForAppenders()
                    .forEachRemaining(
                            appender -> {
                                if (appender instanceof Ear) {
                                    logger.detachAppender(appender);
                                }
                            });
        }
        levels.forEach((logger, level) -> logger.setLevel(orNull(level)));
        appenders.forEach((logger, own) -> own.forEach(logger::addAppender));
    }

    // Logback takes null for "as the parent".
    private static @Nullable Level orNull(Optional<Level> level) {
        return level.isPresent() ? level.get() : null;
    }

    private static final class Ear extends AppenderBase<ILoggingEvent> {
        private final BiConsumer<String, String> hears;

        Ear(BiConsumer<String, String> hears) {
            this.hears = hears;
        }

        @Override
        protected void append(ILoggingEvent event) {
            String thrown =
                    event.getThrowableProxy() == null
                            ? ""
                            : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
            hears.accept(
                    event.getLoggerName(),
                    event.getFormattedMessage()
                            + event.getMDCPropertyMap()
                            + event.getKeyValuePairs()
                            + event.getMarkerList()
                            + thrown);
        }
    }
}
