package com.optiply.picqer.cli;

import java.util.regex.Pattern;

/** A name as a shell takes it for one word: whoever reads it types or copies it. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[\\w.:/@%+=,-]+");
    private static final Pattern SAFE_IN_DOUBLE_QUOTES = Pattern.compile("[^\"$`\\\\!]*");

    private ShellWord() {}

    static String of(String name) {
        if (PLAIN.matcher(name).matches()) {
            return name;
        }
        return SAFE_IN_DOUBLE_QUOTES.matcher(name).matches()
                ? '"' + name + '"'
                : "'" + name.replace("'", "'\\''") + "'";
    }
}
