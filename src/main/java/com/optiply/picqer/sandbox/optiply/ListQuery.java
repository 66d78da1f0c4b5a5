package com.optiply.picqer.sandbox.optiply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list request asks for.
 *
 * @param order null: by id, which costs nothing
 */
record ListQuery(ResourceType type, List<Filter> filters, @Nullable Comparator<Row> order, int limit, int offset) {
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MAX = 100;
    private static final Comparator<Row> BY_ID = Comparator.comparingLong(Row::id);

    static ListQuery parse(ResourceType type, OptiplySwitches switches, Map<String, List<String>> query) {
        int limit = LIMIT_DEFAULT;
        int offset = 0;
        Comparator<Row> order = null;
        List<Filter> filters = new ArrayList<>();
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            String name = parameter.getKey();
            switch (name) {
                case "accountId", "couplingId" -> {
                    // They say who asks, which is settled before.
                }
                case "page[limit]" -> limit = limit(first(parameter));
                case "page[offset]" -> offset = whole(name, first(parameter));
                case "sort" -> order = order(type, switches, first(parameter));
                default -> parameter.getValue().forEach(text -> filters.add(Filter.parse(type, switches, name, text)));
            }
        }
        if (offset % limit != 0) {
            throw ApiException.badParameter("offset " + offset + " is not a multiple of limit " + limit);
        }
        return new ListQuery(type, List.copyOf(filters), order, limit, offset);
    }

    ListQuery and(Filter filter) {
        List<Filter> more = new ArrayList<>(filters);
        more.add(filter);
        return new ListQuery(type, List.copyOf(more), order, limit, offset);
    }

    private static int limit(String text) {
        int limit = whole("page[limit]", text);
        if (limit > LIMIT_MAX) {
            throw ApiException.badParameter(
                    "limit value " + limit + " is larger than the maximum allowed of " + LIMIT_MAX);
        }
        if (limit == 0) {
            throw ApiException.badParameter("limit value 0 is too small");
        }
        return limit;
    }

    private static int whole(String name, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // Answered like a negative number.
        }
        throw ApiException.badParameter("cannot read the value of " + name);
    }

    private static @Nullable Comparator<Row> order(ResourceType type, OptiplySwitches switches, String sort) {
        if (sort.equals("id")) {
            return null;
        }
        Comparator<Row> order = null;
        for (String key : sort.split(",")) {
            Comparator<Row> next =
                    key.startsWith("-") ? by(type, switches, key.substring(1)).reversed() : by(type, switches, key);
            order = order == null ? next : order.thenComparing(next);
        }
        return order == null ? null : order.thenComparing(BY_ID);
    }

    private static Comparator<Row> by(ResourceType type, OptiplySwitches switches, String name) {
        if (Filter.filterable(type, switches, name).isEmpty()) {
            throw ApiException.unknownParameter("sort");
        }
        int slot = Filter.slot(type, name);
        Comparator<@Nullable Object> missingLast = Comparator.nullsLast(AttributeType::compare);
        return (left, right) -> missingLast.compare(Filter.valueOf(left, slot), Filter.valueOf(right, slot));
    }

    private static String first(Map.Entry<String, List<String>> parameter) {
        return parameter.getValue().get(0);
    }
}
