package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.optiply.picqer.picqer.Row.FieldProblem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one row as what they should be, and remembers each that is something else, so that all of a
 * row's problems are told at once. A field that could not be read gives a stand-in that nobody may use: ask
 * {@link #problems()} first. Confined to one thread.
 */
final class RowReader {
    private static final int FOUND_LENGTH_MAX = 60;
    /** A number of more digits than this is nonsense, and to write it out could take all memory. */
    private static final int DIGITS_MAX = 100;

    /** In the place of the text itself, which may be somebody's remark. */
    private static final JsonNode NOT_STORABLE = TextNode.valueOf("...");

    private final JsonNode row;
    private final List<FieldProblem> problems = new ArrayList<>();

    RowReader(JsonNode row) {
        this.row = row;
    }

    List<FieldProblem> problems() {
        return problems;
    }

    OptionalLong id(String field) {
        JsonNode node = field(field);
        if (isId(node)) {
            return OptionalLong.of(node.longValue());
        }
        problem(field, node, "a positive whole number");
        return OptionalLong.empty();
    }

    /** An id that a row may go without: empty when absent or null. */
    OptionalLong idIfGiven(String field) {
        return isAbsent(field(field)) ? OptionalLong.empty() : id(field);
    }

    static boolean isId(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0;
    }

    /** Text, or a number where Picqer writes one without quotes; null when absent, null or empty. */
    @Nullable
    String text(String field) {
        JsonNode node = field(field);
        if (isAbsent(node)) {
            return null;
        }
        if (!node.isTextual() && !node.isNumber()) {
            problem(field, node, "text");
            return null;
        }
        String text = node.asText();
        if (!isStorable(text)) {
            problem(field, NOT_STORABLE, "text that can be stored");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** Text that no record depends on: where it is none that can be stored it counts as absent, and is no problem. */
    @Nullable
    String textIfReadable(String field) {
        JsonNode node = field(field);
        return node.isTextual() && !node.textValue().isEmpty() && isStorable(node.textValue())
                ? node.textValue()
                : null;
    }

    /** An amount of money, as a number or as text that is one; null when absent or null. */
    @Nullable
    BigDecimal money(String field) {
        JsonNode node = field(field);
        if (isAbsent(node)) {
            return null;
        }
        Optional<BigDecimal> parsed = decimal(node).filter(RowReader::isSane);
        if (parsed.isEmpty()) {
            problem(field, node, "an amount of money");
        }
        return parsed.orElse(null);
    }

    boolean flag(String field) {
        JsonNode node = field(field);
        if (!node.isBoolean()) {
            problem(field, node, "true or false");
        }
        return node.booleanValue();
    }

    /** A flag that old answers leave out, which then means false. */
    boolean flagOrFalse(String field) {
        return isAbsent(field(field)) ? false : flag(field);
    }

    long wholeNumber(String field) {
        Long number = whole(field(field));
        if (number == null) {
            problem(field, field(field), "a whole number");
            return 0;
        }
        return number;
    }

    /** A whole number that a row may go without: null when absent or null, and where it is none. */
    @Nullable
    Long wholeNumberIfGiven(String field) {
        JsonNode node = field(field);
        Long number = whole(node);
        if (number == null && !isAbsent(node)) {
            problem(field, node, "a whole number");
        }
        return number;
    }

    void problem(String field, JsonNode found, String expected) {
        problems.add(new FieldProblem(field, found.isMissingNode() ? null : told(found), expected));
    }

    /** Of a whole object nothing is quoted: it may be anything of the row, the name of somebody who bought too. */
    private static String told(JsonNode found) {
        if (found.isContainerNode()) {
            return found.isArray() ? "a list" : "an object";
        }
        return shorten(found.toString());
    }

    /** What tells the row from every other of its list. */
    String key(OptionalLong id) {
        return id.isPresent() ? Long.toString(id.getAsLong()) : RowKeys.ofRowWithoutId(row);
    }

    /** The row as that value, or with its problems where it has any. */
    <T> Row<T> row(String key, String label, T value) {
        return problems.isEmpty()
                ? new Row.Read<>(key, value)
                : new Row.Unreadable<>(key, label, List.copyOf(problems));
    }

    boolean hasProblem(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    JsonNode field(String field) {
        JsonNode node = row.get(field);
        return node == null ? MissingNode.getInstance() : node;
    }

    static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static @Nullable Long whole(JsonNode node) {
        if (node.isInt() || node.isLong()) {
            return node.longValue();
        }
        return node.isNumber() && isWhole(node.decimalValue())
                ? node.decimalValue().longValueExact()
                : null;
    }

    private static boolean isWhole(BigDecimal number) {
        if (!isSane(number)) {
            return false;
        }
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() <= 0 && bare.precision() - bare.scale() <= 18;
    }

    private static boolean isSane(BigDecimal number) {
        return number.precision() <= DIGITS_MAX && Math.abs((long) number.scale()) <= DIGITS_MAX;
    }

    /** PostgreSQL takes no zero character, and half of a surrogate pair cannot be sent to anybody. */
    private static boolean isStorable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == 0 || Character.isSurrogate(one)) {
                return text.codePoints().noneMatch(point -> point == 0 || isHalfOfAPair(point));
            }
        }
        return true;
    }

    private static boolean isHalfOfAPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static Optional<BigDecimal> decimal(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        if (!node.isTextual() || node.textValue().length() > DIGITS_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(node.textValue().strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /** What cannot be stored shows as a question mark, here and where the cut goes through a character. */
    private static String shorten(String text) {
        String shown = text.length() <= FOUND_LENGTH_MAX ? text : text.substring(0, FOUND_LENGTH_MAX) + "...";
        return new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
