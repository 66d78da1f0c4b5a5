package com.optiply.picqer.customer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that stands somewhere else, written {@code {{function:argument}}}.
 *
 * @param function where to look, such as {@code env}, {@code file} or a vault's name
 * @param argument what to look for there
 */
public record Reference(String function, String argument) {
    private static final Pattern FORM = Pattern.compile("\\{\\{([a-z][a-z0-9.-]*):([^{}]+)}}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Empty unless the text is one reference from its first to its last character. */
    public static Optional<Reference> of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new Reference(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Whether text is part of the reference itself, as {@code {{env:NAME:fallback}}} would hold a secret in clear. */
    public boolean hasFallback() {
        return switch (function) {
            case "env" -> !VARIABLE.matcher(argument).matches();
            case "file" -> false;
            default -> argument.indexOf('?') < 0
                    && argument.chars().filter(letter -> letter == ':').count() > 1;
        };
    }

    /** That nothing was found there, as the end of a sentence. */
    String missing() {
        return switch (function) {
            case "env" -> "refers to the environment variable `" + argument + "`, which is not set";
            case "file" -> "refers to the file `" + argument + "`, which cannot be read";
            default -> "has no value behind `" + this + "`";
        };
    }

    /** The next thing to do when nothing was found there. */
    String advice() {
        return switch (function) {
            case "env" -> "Set it where the program is started: export " + argument + "=...";
            case "file" -> "Create it, or let the user that runs this program read it.";
            default -> "Look whether the vault holds it, and whether this program may read it.";
        };
    }

    @Override
    public String toString() {
        return "{{" + function + ":" + argument + "}}";
    }
}
