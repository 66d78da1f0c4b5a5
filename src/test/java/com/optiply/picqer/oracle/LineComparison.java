package com.optiply.picqer.oracle;

import com.optiply.picqer.oracle.Verdict.Line;
import com.optiply.picqer.oracle.Verdict.OrderLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The lines of one order. Lines that came nested in their order bear no remote id, so they are paired off: those with
 * an id by it, then whatever is the same in everything, then the same but for a date, then the same product.
 */
final class LineComparison {
    private final Settings settings;
    private final History history;
    private final Account account;

    LineComparison(Settings settings, History history, Account account) {
        this.settings = settings;
        this.history = history;
        this.account = account;
    }

    List<String> differences(Resource orders, OrderLines lines, Held order, Values values) {
        return switch (orders) {
            case BUY_ORDERS -> pairOff(
                    wanted(lines, Resource.BUY_ORDER_LINES),
                    account.linesOf(Resource.BUY_ORDER_LINES, order.id()),
                    values);
            case SELL_ORDERS -> pairOff(
                    byProduct(wanted(lines, Resource.SELL_ORDER_LINES)),
                    account.linesOf(Resource.SELL_ORDER_LINES, order.id()),
                    values);
            default -> List.of();
        };
    }

    /** A line that a person deleted in Optiply waits for that person. */
    private List<Line> wanted(OrderLines lines, Resource resource) {
        return lines.sent().stream()
                .filter(line -> line.ids().stream().noneMatch(id -> history.wasDeleted(resource, Long.toString(id))))
                .toList();
    }

    /** Each product is there once, and no rule says what remote id its line might bear. */
    private static List<Line> byProduct(List<Line> lines) {
        return lines.stream()
                .map(line -> new Line(List.of(), line.product(), line.quantity(), line.attributes()))
                .toList();
    }

    private List<String> pairOff(List<Line> wanted, List<Held> held, Values values) {
        Values days = Values.byDay(settings.timezone());
        List<Line> open = new ArrayList<>(wanted);
        List<Held> left = new ArrayList<>(held);
        List<String> found = new ArrayList<>();
        List<BiPredicate<Line, Held>> likenesses = List.of(
                LineComparison::hasItsId,
                (line, record) -> mayBe(record, line)
                        && values.differences(line.attributes(), record).isEmpty(),
                (line, record) -> mayBe(record, line) && isSameButForDates(line, record, days),
                (line, record) -> mayBe(record, line));
        for (BiPredicate<Line, Held> likeness : likenesses) {
            open.removeIf(line -> {
                Optional<Held> match = left.stream()
                        .filter(record -> likeness.test(line, record))
                        .findFirst();
                match.ifPresent(record -> {
                    left.remove(record);
                    differences(line, record, values).forEach(what -> found.add(name(line) + what));
                });
                return match.isPresent();
            });
        }
        open.forEach(line -> found.add(name(line) + "it is missing, with " + line.attributes()));
        left.forEach(record -> found.add("a line too many of product " + record.text("productId") + ": " + record));
        return found;
    }

    private static List<String> differences(Line line, Held record, Values values) {
        List<String> differences = new ArrayList<>(values.differences(line.attributes(), record));
        if (!record.text("productId").equals(line.product())) {
            differences.add("productId is that of " + record.text("productId"));
        }
        return differences;
    }

    private static String name(Line line) {
        return "line of product " + line.product() + ": ";
    }

    private static boolean hasItsId(Line line, Held record) {
        return record.hasKey() && line.ids().contains(idOf(record));
    }

    private static long idOf(Held record) {
        return record.key().matches("\\d{1,18}") ? Long.parseLong(record.key()) : -1;
    }

    /** Whether it is the same product and no id says otherwise. */
    static boolean mayBe(Held record, Line line) {
        boolean isOther =
                record.hasKey() && !line.ids().isEmpty() && !line.ids().contains(idOf(record));
        return !isOther && record.text("productId").equals(line.product());
    }

    private static boolean isSameButForDates(Line line, Held record, Values values) {
        return List.of("quantity", "subtotalValue").stream()
                .allMatch(name -> values.isSame(name, line.attributes().get(name), record.get(name)));
    }
}
