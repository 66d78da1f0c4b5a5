package com.optiply.picqer.logging;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.core.pattern.ConverterKeys;
import org.apache.logging.log4j.core.pattern.LogEventPatternConverter;
import org.apache.logging.log4j.core.pattern.PatternConverter;
import org.apache.logging.log4j.core.pattern.PatternFormatter;

/**
 * {@code %masked{pattern}} in a log pattern: the line as the inner pattern writes it, without any secret.
 *
 * <p>It works on the finished text, so that nothing of an event can pass beside it: message, parameters, exceptions
 * with their causes, context. Every appender's whole pattern stands inside it.
 *
 * <p>What goes over the network is left out altogether, also where somebody insists on the wire log: Picqer's orders
 * name the people who bought, and no pattern tells a name from any other word.
 */
@Plugin(name = "masked", category = PatternConverter.CATEGORY)
@ConverterKeys("masked")
public final class MaskingConverter extends LogEventPatternConverter {
    private static final String WIRE = "org.apache.hc.client5.http.wire";
    private static final Pattern CONTENT = Pattern.compile("(<<|>>) .*", Pattern.DOTALL);

    private final List<PatternFormatter> inner;
    private final SecretRegistry secrets;

    private MaskingConverter(List<PatternFormatter> inner, SecretRegistry secrets) {
        super("masked", "masked");
        this.inner = inner;
        this.secrets = secrets;
    }

    /** Called by log4j, with the inner pattern as the only option. */
    public static MaskingConverter newInstance(Configuration configuration, String[] options) {
        if (options.length != 1) {
            throw new IllegalArgumentException("%masked takes one pattern in braces, not " + options.length);
        }
        List<PatternFormatter> inner =
                PatternLayout.createPatternParser(configuration).parse(options[0]);
        return new MaskingConverter(inner, SecretRegistry.ofThisProcess());
    }

    @Override
    public void format(LogEvent event, StringBuilder line) {
        StringBuilder unmasked = new StringBuilder();
        inner.forEach(formatter -> formatter.format(event, unmasked));
        String text = WIRE.equals(event.getLoggerName()) ? withoutContent(unmasked) : unmasked.toString();
        line.append(secrets.mask(text));
    }

    /** The end of the line is left, so that the next event begins its own. */
    private static String withoutContent(CharSequence wire) {
        return CONTENT.matcher(wire).replaceFirst("$1 ***" + System.lineSeparator());
    }

    /** Without this, log4j would write the exception once more, behind the mask. */
    @Override
    public boolean handlesThrowable() {
        return inner.stream().anyMatch(PatternFormatter::handlesThrowable);
    }
}
