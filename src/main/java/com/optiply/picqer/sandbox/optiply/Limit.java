package com.optiply.picqer.sandbox.optiply;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a value of the right form must still obey. */
sealed interface Limit {
    /** What is wrong with the value, to be read after the attribute's name. */
    Optional<String> violation(String attribute, Object value);

    record Length(int min, int max) implements Limit {
        @Override
        public Optional<String> violation(String attribute, Object value) {
            int length = ((String) value).length();
            boolean broken = length < min || length > max;
            return broken ? Optional.of(attribute + " size must be between " + min + " and " + max) : Optional.empty();
        }
    }

    record SingleLine() implements Limit {
        @Override
        public Optional<String> violation(String attribute, Object value) {
            String text = (String) value;
            boolean broken = text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
            return broken ? Optional.of(attribute + " must not contain line breaks") : Optional.empty();
        }
    }

    record AtLeast(long min) implements Limit {
        @Override
        public Optional<String> violation(String attribute, Object value) {
            boolean broken = decimal(value).compareTo(BigDecimal.valueOf(min)) < 0;
            return broken ? Optional.of(attribute + " must be greater than or equal to " + min) : Optional.empty();
        }
    }

    record AtMost(BigDecimal max) implements Limit {
        @Override
        public Optional<String> violation(String attribute, Object value) {
            boolean broken = decimal(value).compareTo(max) > 0;
            return broken
                    ? Optional.of(attribute + " must be less than or equal to " + max.toPlainString())
                    : Optional.empty();
        }
    }

    record Digits(int integer, int fraction) implements Limit {
        @Override
        public Optional<String> violation(String attribute, Object value) {
            BigDecimal number = decimal(value).stripTrailingZeros();
            boolean broken = number.precision() - number.scale() > integer || number.scale() > fraction;
            return broken
                    ? Optional.of(attribute + " numeric value out of bounds (<" + integer + " digits>.<" + fraction
                            + " digits> expected)")
                    : Optional.empty();
        }
    }

    record OneOf(List<String> options) implements Limit {
        @Override
        public Optional<String> violation(String attribute, Object value) {
            boolean broken = !options.contains((String) value);
            return broken ? Optional.of(attribute + " must be one of " + options) : Optional.empty();
        }
    }

    /** The wording is the real server's: clients look for it. */
    record Addresses() implements Limit {
        private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

        @Override
        public Optional<String> violation(String attribute, Object value) {
            return ((List<?>) value)
                    .stream()
                            .map(String.class::cast)
                            .filter(address -> !ADDRESS.matcher(address).matches())
                            .findFirst()
                            .map(address -> address + " is not a valid address");
        }
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    }
}
