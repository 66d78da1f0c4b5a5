package com.optiply.picqer.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the secrets of this process in every form they travel in, and takes them out of texts.
 *
 * <p>A secret is registered where it is read, before anything can log it. Besides the registered values, whatever
 * looks like a credential by its place (an {@code Authorization} header, a token in JSON, a password in a form) is
 * masked too, because tokens are made by servers and pass through a wire log before anyone could register them.
 *
 * <p>Safe for use by many threads. Nothing is ever forgotten: an old value may still stand in a late log line.
 */
public final class SecretRegistry {
    /** Shorter values would be found inside ordinary words, and the mask would tell them by the holes it makes. */
    public static final int LENGTH_MIN = 4;

    private static final String MASK = "***";
    private static final int BASE64_ALIGNMENTS = 3;
    private static final SecretRegistry OF_THIS_PROCESS = new SecretRegistry();

    /** The first group of each is kept. None needs an end mark: a wire log may cut a value in two. */
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile("(?i)((?:proxy-)?authorization\"?[:=] ?\"?)(?!\\*\\*\\*)[^\"\\[\\r\\n]+"),
            Pattern.compile("(?i)(\\\\?\"(?:access_token|refresh_token|clientSecret|client_secret|password)\\\\?\"\\s*:"
                    + "\\s*\\\\?\")[^\"\\\\]+"),
            Pattern.compile("(?i)\\b((?:access_token|refresh_token|client_secret|password)=)[^&\\s\"\\[]+"));

    /** Each place has one of these in it, and few lines have any: to look for them takes a fraction of the time. */
    private static final List<String> WORDS_OF_PLACES = List.of("authorization", "token", "secret", "password");

    private volatile List<String> forms = List.of();

    /** The one that the log layout asks: a log line can come from any part of the process. */
    public static SecretRegistry ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** From now on the value is masked, as it is and encoded. A value below {@link #LENGTH_MIN} is left alone. */
    public synchronized void register(String secret) {
        if (secret.length() < LENGTH_MIN) {
            return;
        }
        Set<String> longestFirst =
                new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(String::compareTo));
        longestFirst.addAll(forms);
        longestFirst.addAll(formsOf(secret));
        forms = List.copyOf(longestFirst);
    }

    /** The text without any secret in it. */
    public String mask(String text) {
        String masked = text;
        for (String form : forms) {
            masked = masked.replace(form, MASK);
        }
        return mayHaveAPlace(masked) ? maskPlaces(masked) : masked;
    }

    private static boolean mayHaveAPlace(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WORDS_OF_PLACES.stream().anyMatch(lower::contains);
    }

    private static String maskPlaces(String text) {
        String masked = text;
        for (Pattern place : PLACES) {
            Matcher matcher = place.matcher(masked);
            masked = matcher.replaceAll("$1" + Matcher.quoteReplacement(MASK));
        }
        return masked;
    }

    private static Set<String> formsOf(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, UTF_8));
        forms.add(URLEncoder.encode(secret, UTF_8).replace("+", "%20"));
        forms.add(String.valueOf(JsonStringEncoder.getInstance().quoteAsString(secret)));
        for (int offset = 0; offset < BASE64_ALIGNMENTS; offset++) {
            forms.add(base64At(offset, secret));
        }
        forms.removeIf(form -> form.length() < LENGTH_MIN);
        return forms;
    }

    /**
     * The part of Base64 text that depends on the secret alone when so many bytes stand before it. Basic
     * authentication encodes {@code user:password} as a whole, so a secret appears there at any of three alignments.
     */
    private static String base64At(int offset, String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int ofSecretFrom = (offset * 8 + 5) / 6;
        int ofSecretTo = shifted.length * 8 / 6;
        return encoded.substring(ofSecretFrom, ofSecretTo);
    }
}
