package com.optiply.picqer.sandbox.picqer;

import com.optiply.picqer.sandbox.picqer.PicqerSwitches.Offsets;
import com.optiply.picqer.sandbox.picqer.PicqerSwitches.Order;
import java.io.ByteArrayOutputStream;
import java.util.function.BiConsumer;
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

    /** Where no filter looks into rows, the page is found by arithmetic at any size of the table. */
    Reply page(Table table, Call call, Filters filters) {
        int from = table.indexAfter(filters.after());
        int to = Math.max(from, table.indexFrom(filters.before()));
        int offset = offset(call);
        Stream<Row> rows = filters.acceptAll()
                ? inOrder(table, from, to, offset, PAGE_SIZE)
                : inOrder(table, from, to, 0, to - from)
                        .filter(filters::accept)
                        .skip(offset)
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

    /** At most so many of the rows between two indices, in the order of the list. */
    private Stream<Row> inOrder(Table table, int from, int to, int offset, int rows) {
        boolean newestFirst = shop.switches().order() == Order.NEWEST_FIRST;
        int size = to - from;
        int first = Math.min(offset, size);
        return IntStream.range(first, Math.min(first + rows, size))
                .mapToObj(index -> table.at(newestFirst ? to - 1 - index : from + index));
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
