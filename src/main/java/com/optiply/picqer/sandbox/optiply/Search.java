package com.optiply.picqer.sandbox.optiply;

import com.optiply.picqer.sandbox.optiply.OptiplySwitches.Drafts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds records as a client may see them. */
final class Search {
    private final World world;

    /** @param total how many there are on all pages */
    record Found(List<Row> page, int total) {}

    /** @param account whose record it is */
    record Hit(Account account, Row row) {}

    Search(World world) {
        this.world = world;
    }

    Optional<Hit> one(List<Account> accounts, ResourceType type, long id) {
        return accounts.stream()
                .flatMap(account -> account.table(type).find(id).filter(isVisible(account, type)).stream()
                        .map(row -> new Hit(account, row)))
                .findFirst();
    }

    Found list(List<Account> accounts, ListQuery query) {
        List<Row> rows = accounts.size() == 1 ? matching(accounts.get(0), query) : matching(accounts, query);
        if (query.order() != null) {
            rows = new ArrayList<>(rows);
            rows.sort(query.order());
        }
        int from = Math.min(query.offset(), rows.size());
        int to = Math.min(from + query.limit(), rows.size());
        return new Found(rows.subList(from, to), rows.size());
    }

    private List<Row> matching(List<Account> accounts, ListQuery query) {
        List<Row> rows = new ArrayList<>();
        accounts.forEach(account -> rows.addAll(matching(account, query)));
        rows.sort(Comparator.comparingLong(Row::id));
        return rows;
    }

    /** The table or index itself where every row of it matches, so that a plain page costs the same at any size. */
    private List<Row> matching(Account account, ListQuery query) {
        List<Filter> rest = new ArrayList<>(query.filters());
        if (!belongs(account, rest)) {
            return List.of();
        }
        List<Row> candidates = candidates(account, query.type(), rest);
        boolean drafts = hidesDrafts(account, query.type());
        if (rest.isEmpty() && !drafts) {
            return candidates;
        }
        Predicate<Row> visible = isVisible(account, query.type());
        List<Row> rows = new ArrayList<>();
        for (Row row : candidates) {
            if (acceptsAll(rest, row) && (!drafts || visible.test(row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Settles equality filters on the account without looking at a row, and takes them out. */
    private static boolean belongs(Account account, List<Filter> filters) {
        List<Filter> byAccount = filters.stream()
                .filter(filter -> filter.attribute().equals("accountId") && filter.isEquality())
                .toList();
        filters.removeAll(byAccount);
        return byAccount.stream().allMatch(filter -> Objects.equals(filter.value(), account.id()));
    }

    private static List<Row> candidates(Account account, ResourceType type, List<Filter> filters) {
        Table table = account.table(type);
        List<Row> fewest = table.rows();
        Filter used = null;
        for (Filter filter : filters) {
            if (filter.isEquality() && (table.isIndexed(filter.attribute()) || filter.slot() == Filter.ID)) {
                List<Row> rows = lookedUp(table, filter);
                if (used == null || rows.size() < fewest.size()) {
                    fewest = rows;
                    used = filter;
                }
            }
        }
        filters.removeAll(used == null ? List.of() : List.of(used));
        return fewest;
    }

    private static List<Row> lookedUp(Table table, Filter filter) {
        Object value = Objects.requireNonNull(filter.value());
        return filter.slot() == Filter.ID
                ? table.find((Long) value).map(List::of).orElse(Collections.emptyList())
                : table.where(filter.attribute(), value);
    }

    private static boolean acceptsAll(List<Filter> filters, Row row) {
        for (Filter filter : filters) {
            if (!filter.accepts(row)) {
                return false;
            }
        }
        return true;
    }

    private boolean hidesDrafts(Account account, ResourceType type) {
        return world.switches().drafts() == Drafts.HIDDEN
                && !account.draftOrders().isEmpty()
                && (type.name().equals("buyOrders") || type.name().equals("buyOrderLines"));
    }

    private Predicate<Row> isVisible(Account account, ResourceType type) {
        if (!hidesDrafts(account, type)) {
            return row -> true;
        }
        int order = Filter.slot(type, type.name().equals("buyOrders") ? "id" : "buyOrderId");
        return row -> !account.draftOrders().contains(Filter.valueOf(row, order));
    }
}
