package com.optiply.picqer.filedrop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cell of a workbook: what Excel shows, where a different text could be taken for another product's code;
 * else what is behind it. Of a formula, the value that Excel last worked out.
 */
final class CellText {
    /** A number with more digits than this is no code, and would fill the memory when it is written out. */
    private static final int DIGITS_MAX = 500;

    /** The day after the last that Excel knows, as it counts them: 9999-12-31. */
    private static final BigDecimal DAYS_END = BigDecimal.valueOf(2_958_466);

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|[_*].");
    private static final Pattern OF_A_DATE = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ZEROS = Pattern.compile("0{2,500}");

    private CellText() {}

    static String of(Cell cell) {
        CellType type = cell.getType();
        String raw = cell.getRawValue();
        if (type == CellType.EMPTY || raw == null && type != CellType.STRING) {
            return "";
        }
        return switch (type) {
            case BOOLEAN -> Boolean.TRUE.equals(cell.getValue()) ? "TRUE" : "FALSE";
            case NUMBER -> number(cell, raw);
            case STRING -> cell.getText();
            default -> raw;
        };
    }

    private static String number(Cell cell, String raw) {
        BigDecimal value;
        try {
            value = new BigDecimal(raw);
        } catch (NumberFormatException text) {
            return raw;
        }
        if (Math.abs((long) value.scale()) > DIGITS_MAX) {
            return raw;
        }
        String format = cell.getDataFormatString();
        if (isDate(format) && value.signum() >= 0 && value.compareTo(DAYS_END) < 0) {
            return date(cell.asDate());
        }
        return withLeadingZeros(value, format);
    }

    /** Excel takes {@code 1-2} for a day and keeps its number: as a date, it is seen that the code is gone. */
    private static boolean isDate(@Nullable String format) {
        return format != null
                && OF_A_DATE.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }

    private static String date(LocalDateTime date) {
        return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date.toString();
    }

    /** A format of nothing but zeros shows a code's leading zeros, which the number behind it has not. */
    private static String withLeadingZeros(BigDecimal value, @Nullable String format) {
        if (format == null || !ZEROS.matcher(format).matches()) {
            return value.stripTrailingZeros().toPlainString();
        }
        String digits = value.abs().setScale(0, RoundingMode.HALF_UP).toPlainString();
        String zeros = "0".repeat(Math.max(0, format.length() - digits.length()));
        return (value.signum() < 0 ? "-" : "") + zeros + digits;
    }
}
