package com.optiply.picqer.cli;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.sync.run.Flow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Too much of one kind is taken away between two runs, for every kind that a guard looks at besides products: a person
 * is asked in words that say which they are, all else goes on, and what was approved goes, and nothing beside it.
 */
class GuardsOfEveryFlowTest {
    private static final List<Integer> FEW = List.of(0, 1);
    private static final List<Integer> MANY = List.of(2, 3, 4, 5);
    private static final List<Integer> LATER = List.of(6, 7, 8);

    private static GuardedShop shop;

    @BeforeAll
    static void begin() {
        shop = new GuardedShop();
    }

    @AfterAll
    static void end() {
        shop.close();
    }

    /** One kind: the flow that would take it away, and what a person is told that it would do. */
    private enum Taken {
        SUPPLIERS(
                Kind.SUPPLIERS,
                Flow.SUPPLIERS,
                "delete 4 of \\d+ suppliers, `gone`: Picqer no longer has it",
                GuardedShop::removeSupplier,
                GuardedShop::addSupplier,
                GuardedShop::suppliers,
                (shop, number) -> "Supplier " + GuardedShop.letter(number)),
        SUPPLIER_PRODUCTS(
                Kind.SUPPLIER_PRODUCTS,
                Flow.SUPPLIER_PRODUCTS,
                "take out of sight 4 of \\d+ supplierProducts, `former_supplier`:"
                        + " the product has another supplier now, or none",
                GuardedShop::takeSupplierFrom,
                GuardedShop::changePrice,
                GuardedShop::pairs,
                (shop, number) -> shop.sku(number) + " of Supplier 1"),
        PARTS(
                Kind.PRODUCT_COMPOSITIONS,
                Flow.COMPOSITIONS_IN_FULL,
                "delete 4 of \\d+ productCompositions, `removed`: it was taken away in Picqer",
                GuardedShop::removePart,
                GuardedShop::changePart,
                GuardedShop::parts,
                (shop, number) -> shop.sku(number) + " of KIT-1"),
        BUY_ORDERS(
                Kind.BUY_ORDERS,
                Flow.BUY_ORDERS,
                "delete 4 of \\d+ buyOrders, `no_lines`: it has no line, or none that Optiply is told of",
                GuardedShop::removeOnlyPurchaseLine,
                GuardedShop::changePurchase,
                GuardedShop::purchases,
                GuardedShop::numberOfPurchase),
        BUY_ORDER_LINES(
                Kind.BUY_ORDER_LINES,
                Flow.BUY_ORDERS,
                "delete 4 of \\d+ buyOrderLines, `removed`: it was taken away in Picqer",
                GuardedShop::removePurchaseLine,
                GuardedShop::changePurchase,
                GuardedShop::purchaseLines,
                (shop, number) -> shop.sku(number) + " of " + shop.numberOfLongPurchase(number)),
        DELIVERIES(
                Kind.RECEIPT_LINES,
                Flow.ITEM_DELIVERIES,
                "delete 4 of \\d+ receiptLines, `reverted`: the receipt was reverted in Picqer",
                GuardedShop::revertReceipt,
                GuardedShop::receiveMore,
                GuardedShop::receipts,
                (shop, number) -> shop.sku(number) + " of " + shop.numberOfReceived()),
        SELL_ORDERS(
                Kind.SELL_ORDERS,
                Flow.CHANGED_SELL_ORDERS,
                "delete 4 of \\d+ sellOrders, `cancelled`: it was cancelled in Picqer",
                GuardedShop::cancelSale,
                GuardedShop::changeSale,
                GuardedShop::sales,
                GuardedShop::numberOfSale),
        SELL_ORDER_LINES(
                Kind.SELL_ORDER_LINES,
                Flow.CHANGED_SELL_ORDERS,
                "delete 4 of \\d+ sellOrderLines, `removed`: it was taken away in Picqer",
                GuardedShop::removeSaleLine,
                GuardedShop::changeSale,
                GuardedShop::saleLines,
                (shop, number) -> shop.sku(number) + " of " + shop.numberOfLongSale(number));

        private final Kind kind;
        private final Flow flow;
        private final String would;
        private final BiConsumer<GuardedShop, Integer> take;
        private final Function<GuardedShop, String> rest;
        private final Function<GuardedShop, Set<Integer>> shown;
        private final BiFunction<GuardedShop, Integer, String> name;

        Taken(
                Kind kind,
                Flow flow,
                String would,
                BiConsumer<GuardedShop, Integer> take,
                Function<GuardedShop, String> rest,
                Function<GuardedShop, Set<Integer>> shown,
                BiFunction<GuardedShop, Integer, String> name) {
            this.kind = kind;
            this.flow = flow;
            this.would = would;
            this.take = take;
            this.rest = rest;
            this.shown = shown;
            this.name = name;
        }

        void take(Collection<Integer> numbers) {
            numbers.forEach(number -> take.accept(shop, number));
        }

        /** Reads Picqer to the end, twice: what is absent counts from the second time on. */
        void run() {
            shop.world.sandbox().log().clear();
            shop.world.run(flow, flow);
        }

        /** The numbers of those that Optiply no longer shows. */
        Set<Integer> gone() {
            Set<Integer> all = IntStream.range(0, GuardedShop.OF_EACH).boxed().collect(toCollection(TreeSet::new));
            all.removeAll(shown.apply(shop));
            return all;
        }
    }

    @ParameterizedTest
    @EnumSource
    void goAtOnceWhereTheyAreFewAndElseWithThePersonsLeaveAndNoOthers(Taken taken) {
        taken.take(FEW);
        taken.run();
        assertThat(taken.gone()).as("a few go at once").containsExactlyElementsOf(FEW);
        assertThat(approve().out()).isEqualTo("Nothing is held for customer acme.\n");

        taken.take(MANY);
        String rest = taken.rest.apply(shop);
        taken.run();
        assertThat(taken.gone()).as("held").containsExactlyElementsOf(FEW);
        assertThat(shop.world.writes()).as("all else goes on").anyMatch(write -> write.body()
                .contains(rest));
        String run = runToApprove(taken);
        taken.run();
        assertThat(taken.gone()).as("still held").containsExactlyElementsOf(FEW);

        Command approved = approve(run);
        assertThat(approved.exit()).isZero();
        assertThat(approved.out())
                .containsPattern("Approved: (delete|take out of sight) 4 records\\.")
                .contains("The next run carries it out");
        taken.take(LATER);
        taken.run();
        assertThat(taken.gone()).as("what was approved").containsExactly(0, 1, 2, 3, 4, 5);

        String next = runIn(approve().out());
        assertThat(approve(next, taken.name.apply(shop, LATER.get(0))).out()).contains(" 1 record.");
        taken.run();
        assertThat(taken.gone()).as("one by its name").containsExactly(0, 1, 2, 3, 4, 5, 6);
        approve(runIn(approve().out()));
        taken.run();
        assertThat(taken.gone()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(approve().exit()).isZero();
        shop.world.run(Flow.PRODUCTS);
        assertThat(shop.world.differences()).isEmpty();
    }

    /** The listing says what the run would do to which, and with which number to let it through. */
    private static String runToApprove(Taken taken) {
        Command listed = approve();
        assertThat(listed.exit()).isEqualTo(1);
        assertThat(listed.out()).containsPattern("run \\d+ would " + taken.would + ":");
        assertThat(listed.out())
                .contains(MANY.stream()
                        .map(number -> taken.name.apply(shop, number))
                        .toList());
        String run = runIn(listed.out());
        String name = taken.name.apply(shop, MANY.get(0));
        assertThat(command("why", name, "--kind", taken.kind.resource()).out())
                .contains("approve acme " + run + " " + (name.contains(" ") ? '"' + name + '"' : name));
        return run;
    }

    private static String runIn(String listing) {
        Matcher run = Pattern.compile("run (\\d+) would").matcher(listing);
        assertThat(run.find()).as(listing).isTrue();
        return run.group(1);
    }

    private static Command approve(String... run) {
        return command("approve", run);
    }

    private static Command command(String verb, String... rest) {
        List<String> words = new ArrayList<>(List.of(verb, "acme"));
        words.addAll(List.of(rest));
        words.addAll(List.of("--home", shop.world.home().toString()));
        return Command.of(words.toArray(String[]::new));
    }
}
