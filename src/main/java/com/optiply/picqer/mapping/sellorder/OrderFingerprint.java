package com.optiply.picqer.mapping.sellorder;

import com.optiply.picqer.mapping.Digest;
import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.picqer.PicqerOrder;
import com.optiply.picqer.picqer.PicqerOrderLine;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A digest of all that a decision about an order looks at, but for what is known of its products. */
final class OrderFingerprint {
    private OrderFingerprint() {}

    /** The sequence of lines and of warehouses does not count: it means nothing. */
    static String of(PicqerOrder order, OrderChoices choices) {
        String header = joined(
                order.status().code(),
                sorted(order.warehouses().stream()),
                order.created(),
                order.status() == OrderStatus.COMPLETED ? order.updated() : null);
        String lines = order.lines().stream()
                .sorted(Comparator.comparing(PicqerOrderLine::idorderProduct))
                .map(line -> text(line, choices))
                .collect(Collectors.joining("\n"));
        return Digest.of(String.join("\n", header, text(choices), lines));
    }

    private static String text(OrderChoices choices) {
        return joined(
                choices.main(),
                choices.zone(),
                choices.historyFrom(),
                sorted(choices.counting().stream()),
                choices.subtractCancelled(),
                choices.sendsStatus(),
                choices.sendsPlacedOfLines());
    }

    private static String text(PicqerOrderLine line, OrderChoices choices) {
        return joined(
                line.idorderProduct(),
                line.idproduct(),
                plain(line.price()),
                line.amount(),
                choices.subtractCancelled() ? line.amountCancelled() : null,
                line.partof());
    }

    /** A price is the same with and without zeroes behind it. */
    private static @Nullable String plain(@Nullable BigDecimal price) {
        return price == null ? null : price.stripTrailingZeros().toPlainString();
    }

    private static <T extends Comparable<? super T>> String sorted(Stream<T> values) {
        return values.sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** None of the values holds a bar: they are numbers, times, and names that we or the time zones gave. */
    private static String joined(@Nullable Object... values) {
        return Stream.of(values).map(String::valueOf).collect(Collectors.joining("|"));
    }
}
