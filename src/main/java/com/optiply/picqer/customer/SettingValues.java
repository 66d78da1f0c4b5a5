package com.optiply.picqer.customer;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.optiply.picqer.logging.SecretRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text of one setting strictly: what is not exactly an allowed value is refused, never guessed at. */
final class SettingValues {
    /** What a secret has to be, as the end of a sentence. */
    static final String SECRET_FORM =
            "a value of at least " + SecretRegistry.LENGTH_MIN + " characters, without spaces or line ends around it";

    private static final String UNLIMITED = "unlimited";
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]+)?) ?%");
    private static final Pattern FRACTION = Pattern.compile("[01](?:\\.[0-9]+)?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.[0-9]+\\.[0-9]+\\.[0-9]+|\\[::1]");
    private static final int PERCENT_DIGITS = 2;

    private SettingValues() {}

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused(text, "a day, year first, such as 2025-02-01", e);
        }
    }

    static ZoneId zone(String text) {
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        String near = NearestMatch.of(text, new TreeSet<>(ZoneId.getAvailableZoneIds()))
                .map(id -> ". Did you mean `" + id + "`?")
                .orElse("");
        throw refused(text, "a region of the time zone database, such as Europe/Amsterdam" + near, null);
    }

    static long positive(String text) {
        if (!DIGITS.matcher(text).matches() || Long.parseLong(text) == 0) {
            throw refused(text, "a whole number from 1", null);
        }
        return Long.parseLong(text);
    }

    static int between(int least, int most, String text) {
        if (!DIGITS.matcher(text).matches() || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw refused(text, "a whole number from " + least + " to " + most, null);
        }
        return Integer.parseInt(text);
    }

    /** Empty for {@code unlimited}. */
    static OptionalInt limit(int most, String text) {
        if (UNLIMITED.equals(text)) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(between(1, most, text));
        } catch (IllegalArgumentException e) {
            throw refused(text, "a whole number from 1 to " + most + ", or `" + UNLIMITED + "`", e);
        }
    }

    /** From {@code 5 %} or {@code 0.05} to 0.05. A bare 5 is refused, because it could be meant either way. */
    static BigDecimal share(String text) {
        var percent = PERCENT.matcher(text);
        boolean isFraction = FRACTION.matcher(text).matches();
        if (!isFraction && !percent.matches()) {
            throw refused(text, "a share such as `5 %` or `0.05`", null);
        }
        BigDecimal share =
                isFraction ? new BigDecimal(text) : new BigDecimal(percent.group(1)).movePointLeft(PERCENT_DIGITS);
        if (share.compareTo(BigDecimal.ONE) > 0) {
            throw refused(text, "a share of at most `100 %`", null);
        }
        return share.stripTrailingZeros();
    }

    static boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(text, "`true` or `false`", null);
        };
    }

    /** Also {@code true} and {@code false}: what YAML readers make of on and off without quotes. */
    static boolean onOrOff(String text) {
        return switch (text) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw refused(text, "`on` or `off`", null);
        };
    }

    /** The constant whose name is written in lower case with dashes. */
    static <E extends Enum<E>> E choice(Class<E> type, String text) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(SettingValues::written)
                .toList();
        int index = names.indexOf(text);
        if (index < 0) {
            String near = NearestMatch.of(text, names)
                    .map(name -> ". Did you mean `" + name + "`?")
                    .orElse("");
            throw refused(text, names.stream().collect(joining("`, `", "`", "`")) + near, null);
        }
        return type.getEnumConstants()[index];
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The numbers of a comma-separated text, each once. */
    static TreeSet<Long> numbers(String text) {
        List<Long> numbers = Arrays.stream(text.split(",", -1))
                .map(part -> positiveOf(text, part.strip()))
                .toList();
        TreeSet<Long> distinct = numbers.stream().collect(toCollection(TreeSet::new));
        if (distinct.size() < numbers.size()) {
            throw refused(text, "every number once", null);
        }
        return distinct;
    }

    private static long positiveOf(String whole, String part) {
        try {
            return positive(part);
        } catch (IllegalArgumentException e) {
            throw refused(whole, "numbers separated by commas, such as `18, 21`", e);
        }
    }

    /**
     * An address that credentials may be sent to: https, unless it never leaves this machine.
     *
     * @param end of the path, so that a forgotten or doubled part shows here and not as a 404 at night
     */
    static URI address(String end, String text) {
        URI address = uri(text);
        if (address.getHost() == null || address.getUserInfo() != null) {
            throw refusedUnseen("an https address without a user or password in it");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw refusedUnseen("an address without `?` or `#`");
        }
        boolean isLoopback = LOOPBACK.matcher(address.getHost()).matches();
        if (!"https".equals(address.getScheme()) && !(isLoopback && "http".equals(address.getScheme()))) {
            throw refused(
                    text, "an https address (http only to this machine itself, such as http://localhost:8080)", null);
        }
        if (!address.getPath().endsWith(end)) {
            throw refused(text, "an address that ends in `" + end + "`", null);
        }
        return address;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refusedUnseen("an https address: this is not an address at all");
        }
    }

    /** A value that no log shows from here on. */
    static Secret secret(String text) {
        SecretRegistry.ofThisProcess().register(text);
        if (!isSecret(text)) {
            throw refusedUnseen(SECRET_FORM);
        }
        return new Secret(text);
    }

    /** Whether the text can be a secret: long enough to be masked, and nothing around it that was pasted along. */
    static boolean isSecret(String text) {
        return text.strip().length() >= SecretRegistry.LENGTH_MIN
                && text.strip().equals(text);
    }

    static String present(String text) {
        if (text.isBlank()) {
            throw refusedUnseen("a value that is not empty");
        }
        return text;
    }

    static IllegalArgumentException refused(String text, String allowed, @Nullable Throwable cause) {
        return new IllegalArgumentException("cannot be `" + text + "`; allowed: " + allowed, cause);
    }

    /** For a value that may be, or hold, a secret; for the same reason it takes no cause. */
    static IllegalArgumentException refusedUnseen(String allowed) {
        return new IllegalArgumentException("has a value that is not shown here and not accepted; allowed: " + allowed);
    }
}
