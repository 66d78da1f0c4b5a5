package com.optiply.picqer.sandbox.picqer;

import com.optiply.picqer.sandbox.picqer.PicqerSwitches.Offsets;
import com.optiply.picqer.sandbox.picqer.PicqerSwitches.Order;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A page of a table as it stands at this moment: no snapshot, so rows move between two pages as they do in Picqer. */
final class Listing {
    static final int PAGE_SIZE = 100;
    private static final int ROW_BYTES_GUESS = 1_024;

    private final PicqerShop shop;

    Listing(PicqerShop shop) {
        this.shop = shop;
    }

    Reply page(Table table, Call call, List<Predicate<Row>> filters) {
        Stream<Row> rows = filters.isEmpty() && call.key().fulfilmentCustomer() == null
                ? slice(table, offset(call))
                : inOrder(table)
                        .filter(row -> call.key().sees(row) && filters.stream().allMatch(f -> f.test(row)))
                        .skip(offset(call))
                        .limit(PAGE_SIZE);
        return Reply.ok(join(rows, Row::writeTo));
    }

    /** A page of things that are made from rows, such as a warehouse's stock. */
    Reply page(Stream<byte[]> objects, Call call) {
        return Reply.ok(join(objects.skip(offset(call)).limit(PAGE_SIZE), (object, page) -> page.writeBytes(object)));
    }

    Stream<Row> inOrder(Table table) {
        return shop.switches().order() == Order.NEWEST_FIRST ? table.newestFirst() : table.oldestFirst();
    }

    private Stream<Row> slice(Table table, int offset) {
        boolean newestFirst = shop.switches().order() == Order.NEWEST_FIRST;
        return IntStream.range(Math.min(offset, table.size()), Math.min(offset + PAGE_SIZE, table.size()))
                .mapToObj(index -> table.at(newestFirst ? table.size() - 1 - index : index));
    }

    private int offset(Call call) {
        int offset = call.offset();
        return shop.switches().offsets() == Offsets.HONOURED ? offset : offset - offset % PAGE_SIZE;
    }

    private static <T> byte[] join(Stream<T> objects, BiConsumer<T, ByteArrayOutputStream> write) {
        ByteArrayOutputStream page = new ByteArrayOutputStream(PAGE_SIZE * ROW_BYTES_GUESS);
        page.write('[');
        objects.forEach(object -> {
            if (page.size() > 1) {
                page.write(',');
            }
            write.accept(object, page);
        });
        page.write(']');
        return page.toByteArray();
    }
}
