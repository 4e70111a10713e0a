package imr.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import imr.config.Settings.LogFormat;
import org.slf4j.LoggerFactory;

/** What is logged on standard error; see {@code logback.xml}. */
final class Logging {

    /** As in {@code logback.xml}. */
    private static final String APPENDER = "stderr";

    private static final String OWN = "imr";

    private Logging() {}

    /** For verbs that people watch: what goes wrong is said in one line, so libraries log errors alone. */
    static void start(boolean verbose) {
        root().setLevel(verbose ? Level.INFO : Level.ERROR);
        logger(OWN).setLevel(verbose ? Level.INFO : Level.WARN);
    }

    /** For the process that runs by itself, and whose log is all that is known of it. */
    static void ofProcess(LogFormat format) {
        if (root().getLevel() == Level.ERROR) {
            root().setLevel(Level.WARN);
        }
        logger(OWN).setLevel(Level.INFO);
        if (format == LogFormat.JSON) {
            asJson();
        }
    }

    private static void asJson() {
        LoggerContext context = root().getLoggerContext();
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithSequenceNumber(false);
        encoder.setWithContext(false);
        encoder.setWithNanoseconds(false);
        encoder.start();
        if (root().getAppender(APPENDER) instanceof OutputStreamAppender<ILoggingEvent> appender) {
            appender.stop();
            appender.setEncoder(encoder);
            appender.start();
        }
    }

    private static Logger root() {
        return logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
