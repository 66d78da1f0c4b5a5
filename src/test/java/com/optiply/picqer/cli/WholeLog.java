package com.optiply.picqer.cli;

import java.io.StringWriter;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** All that anybody logs, down to the bytes on the wire, in the form that the program's own log4j2.xml gives it. */
final class WholeLog implements AutoCloseable {
    private final StringWriter text = new StringWriter();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);

    private WholeLog() {}

    static WholeLog begin() {
        WholeLog log = new WholeLog();
        Configuration configuration = log.context.getConfiguration();
        PatternLayout layout =
                (PatternLayout) configuration.getAppender("console").getLayout();
        WriterAppender appender = WriterAppender.createAppender(layout, null, log.text, "whole", false, false);
        appender.start();
        configuration.getLoggers().values().forEach(logger -> logger.setLevel(Level.TRACE));
        LoggerConfig root = configuration.getRootLogger();
        root.removeAppender("console");
        root.addAppender(appender, null, null);
        log.context.updateLoggers();
        return log;
    }

    String text() {
        return text.toString();
    }

    /** Reads the configuration anew, as it was. */
    @Override
    public void close() {
        context.reconfigure();
    }
}
