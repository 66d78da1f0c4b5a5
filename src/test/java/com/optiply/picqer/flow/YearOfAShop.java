package com.optiply.picqer.flow;

import static com.optiply.picqer.oracle.Resource.BUY_ORDERS;
import static com.optiply.picqer.oracle.Resource.PRODUCTS;
import static com.optiply.picqer.oracle.Resource.RECEIPT_LINES;
import static com.optiply.picqer.oracle.Resource.SELL_ORDERS;
import static com.optiply.picqer.oracle.Resource.SUPPLIERS;
import static com.optiply.picqer.oracle.Resource.SUPPLIER_PRODUCTS;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.oracle.Resource;
import com.optiply.picqer.sandbox.world.ShopSize;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What bringing over a year of a shop costs, beside the least number of requests that it can be done with: the pages of
 * each list with their one row of overlap, a request for every record that is created, one for the ids of the lines of
 * every buy order, and one for each line that Optiply would not take with its order. What only looks takes the pages of
 * what Optiply has.
 *
 * @param sent how many records belong in Optiply, by the oracle
 * @param linesOfTheirOwn lines of buy orders in which their product stands more than once
 * @param held how many records Optiply has, by the kinds that it has any of
 * @param openBuyOrders how many of those are buy orders that are not completed
 */
record YearOfAShop(
        ShopSize size,
        Map<Resource, Long> sent,
        long linesOfTheirOwn,
        Map<Kind, Long> held,
        long openBuyOrders,
        long recentOrders,
        long openOrders) {
    private static final int PAGE_ROWS = 100;
    private static final int LISTS_OF_COMPOSED_PRODUCTS = 2;
    private static final int OPEN_STATUSES = 4;

    /** Pages until one is not full, each beginning on the last row of the one before. */
    static long pages(long rows) {
        long pages = 1;
        for (long read = PAGE_ROWS; read <= rows; read += PAGE_ROWS - 1) {
            pages++;
        }
        return pages;
    }

    /** Pages that begin behind the last row of the one before, until one is not full. */
    static long pagesById(long rows) {
        return rows / PAGE_ROWS + 1;
    }

    /** @param isFirst whether everything has to be created, or nothing */
    long least(Flow flow, boolean isFirst) {
        long bothLists = pages(size.products()) + 1;
        return switch (flow) {
            case SUPPLIERS -> pages(size.suppliers()) + 1 + (isFirst ? sent(SUPPLIERS) : 0);
            case SUPPLIER_NAMES -> pages(size.suppliers()) + 1;
            case PRODUCTS -> bothLists + (isFirst ? sent(PRODUCTS) : 0);
            case SUPPLIER_PRODUCTS -> bothLists + (isFirst ? sent(SUPPLIER_PRODUCTS) : 0);
            case COMPOSITIONS -> LISTS_OF_COMPOSED_PRODUCTS;
            case COMPOSITIONS_IN_FULL -> bothLists;
            case BUY_ORDERS -> pages(openBuyOrders)
                    + (isFirst ? pages(size.purchaseOrders()) + 2 * sent(BUY_ORDERS) + linesOfTheirOwn : 1);
            case ITEM_DELIVERIES -> isFirst ? pages(size.receipts()) + sent(RECEIPT_LINES) : 1;
            case SELL_ORDERS -> isFirst ? pagesById(size.orders()) + sent(SELL_ORDERS) : 1;
            case PURCHASE_ORDERS -> pagesById(openBuyOrders);
            case COMPARISON -> held.values().stream()
                    .mapToLong(YearOfAShop::pagesById)
                    .sum();
            case SUPPLIER_IMPORT -> pagesById(held.getOrDefault(Kind.SUPPLIER_PRODUCTS, 0L));
            case CHANGED_SELL_ORDERS -> pagesById(recentOrders) + pagesById(openOrders) + OPEN_STATUSES - 1;
        };
    }

    private long sent(Resource resource) {
        return sent.getOrDefault(resource, 0L);
    }

    long least(List<RunReport> runs, boolean isFirst) {
        return runs.stream()
                .mapToLong(run -> least(Flow.of(run.flow()).orElseThrow(), isFirst))
                .sum();
    }

    static long requests(List<RunReport> runs) {
        return runs.stream().mapToLong(run -> run.requests().total()).sum();
    }

    /** A table for people: what each flow read, wrote and asked for. */
    String table(List<RunReport> runs, boolean isFirst) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-22s %10s %10s %10s %10s %10s %6s %8s%n",
                isFirst ? "first load" : "nothing changed",
                "read",
                "besides",
                "written",
                "requests",
                "least",
                "extra",
                "seconds"));
        for (RunReport run : runs) {
            long least = least(Flow.of(run.flow()).orElseThrow(), isFirst);
            table.append(String.format(
                    Locale.ROOT,
                    "%-22s %,10d %,10d %,10d %,10d %,10d %6d %8.1f%n",
                    run.flow(),
                    run.counts().read(),
                    run.besides().values().stream()
                            .mapToLong(counts -> counts.read())
                            .sum(),
                    written(run),
                    run.requests().total(),
                    least,
                    run.requests().total() - least,
                    run.took().toMillis() / 1000.0));
        }
        return table.toString();
    }

    /** Records of the flow and those that came with them. */
    static long written(RunReport run) {
        return run.counts().written().total()
                + run.besides().entrySet().stream()
                        .map(Map.Entry::getValue)
                        .mapToLong(counts -> counts.written().total())
                        .sum();
    }
}
