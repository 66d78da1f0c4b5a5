package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The filters that a call asks for. A parameter nobody registered is ignored, as Picqer ignores it. */
final class Filters {
    private final Call call;
    private final List<Predicate<Row>> filters = new ArrayList<>();
    private long after = Long.MIN_VALUE;
    private long before = Long.MAX_VALUE;

    /** A fulfilment key sees the rows of its own customer only. */
    Filters(Call call) {
        this(call, call.key()::sees);
    }

    /** @param seen what the rows are that a fulfilment key sees, where they do not name their customer */
    Filters(Call call, Predicate<Row> seen) {
        this.call = call;
        if (call.key().fulfilmentCustomer() != null) {
            filters.add(seen);
        }
    }

    /** Parameters that have the name of the field they compare. */
    Filters equal(String... fields) {
        for (String field : fields) {
            String wanted = value(field);
            if (wanted != null) {
                filters.add(row -> wanted.equals(row.text(field)));
            }
        }
        return this;
    }

    /** Times as Picqer writes them sort as text; a date alone means its first second. */
    Filters after(String parameter, String field, boolean inclusive) {
        String wanted = value(parameter);
        if (wanted != null) {
            filters.add(row -> {
                String time = row.text(field);
                return time != null && (inclusive ? time.compareTo(wanted) >= 0 : time.compareTo(wanted) > 0);
            });
        }
        return this;
    }

    Filters before(String parameter, String field) {
        String wanted = value(parameter);
        if (wanted != null) {
            filters.add(row -> {
                String time = row.text(field);
                return time != null && time.compareTo(wanted) < 0;
            });
        }
        return this;
    }

    /** The id filters {@code sinceid} and {@code beforeid}: bounds of the list, so no row is looked at for them. */
    Filters betweenIds() {
        String sinceId = number("sinceid");
        if (sinceId != null) {
            after = Long.parseLong(sinceId);
        }
        String beforeId = number("beforeid");
        if (beforeId != null) {
            before = Long.parseLong(beforeId);
        }
        return this;
    }

    Filters oneOf(String parameter, String field) {
        String wanted = value(parameter);
        if (wanted != null) {
            Set<String> values = Set.copyOf(Arrays.asList(wanted.split(",")));
            filters.add(row -> {
                String value = row.text(field);
                return value != null && values.contains(value);
            });
        }
        return this;
    }

    Filters search(String... fields) {
        String wanted = value("search");
        if (wanted != null) {
            String lower = wanted.toLowerCase(Locale.ROOT);
            filters.add(row -> Arrays.stream(fields).anyMatch(field -> contains(row.text(field), lower)));
        }
        return this;
    }

    /** On products tags are an object keyed by title; on orders they are an array. */
    Filters tag() {
        return where("tag", (row, wanted) -> {
            JsonNode tags = row.document().path("tags");
            return tags.has(wanted) || tags.findValuesAsText("title").contains(wanted);
        });
    }

    Filters where(String parameter, BiPredicate<Row, String> test) {
        String wanted = value(parameter);
        if (wanted != null) {
            filters.add(row -> test.test(row, wanted));
        }
        return this;
    }

    /** Whether every row between the ids is wanted. */
    boolean acceptAll() {
        return filters.isEmpty();
    }

    boolean accept(Row row) {
        for (Predicate<Row> filter : filters) {
            if (!filter.test(row)) {
                return false;
            }
        }
        return true;
    }

    /** Only rows with a greater id. */
    long after() {
        return after;
    }

    /** Only rows with a smaller id. */
    long before() {
        return before;
    }

    private @Nullable String value(String parameter) {
        String value = call.query(parameter);
        return value == null || value.isEmpty() ? null : value;
    }

    private @Nullable String number(String parameter) {
        String value = value(parameter);
        return value != null && value.matches("\\d{1,18}") ? value : null;
    }

    private static boolean contains(@Nullable String text, String lower) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(lower);
    }
}
