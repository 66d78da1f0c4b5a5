package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.ALPHA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.list;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.run.DoubtedAnswersException;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Blame;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists of Optiply's from which a user deletes while they are read, or that never are as long as they say. */
class MovingOptiplyListsTest {
    private static final int MORE_THAN_A_PAGE = 101;

    @Test
    void aProductThatSlipsPastAListIsNotCreatedASecondTime() {
        try (SyncWorld world =
                SyncSetup.plain(MORE_THAN_A_PAGE).withoutCoupling().start()) {
            world.run();
            String last = world.products()
                    .get(MORE_THAN_A_PAGE - 1)
                    .attributes()
                    .path("skuCode")
                    .asText();
            world.loseState();
            AtomicInteger lists = deleteTheFirstOnceListed(world, "products");

            world.run();

            assertThat(lists).as("the list is read anew").hasValueGreaterThan(2);
            assertThat(world.products())
                    .filteredOn(one -> one.attributes().path("skuCode").asText().equals(last))
                    .hasSize(1);
        }
    }

    @Test
    void aPairThatSlipsPastAListIsNotCreatedASecondTime() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(60)) {
            String list = list(preferred(shop.world, MORE_THAN_A_PAGE), preferred(shop.world, MORE_THAN_A_PAGE + 1));
            AtomicInteger pages = deleteTheFirstOnceListed(shop.world, "supplierProducts");
            shop.world.sandbox().log().clear();

            shop.apply("list.csv", list);

            assertThat(pages).as("the list is read anew").hasValueGreaterThan(2);
            assertThat(shop.world.writes("POST")).isEmpty();
            assertThat(shop.preferred()).hasSize(2);
        }
    }

    /** A row that wants the pair at that place in Optiply's list, one of Beta's. */
    private static String preferred(SyncWorld world, int place) {
        OptiplyRecord pair = world.account().all("supplierProducts").get(place - 1);
        OptiplyRecord product = world.account()
                .byId("products", pair.attributes().path("productId").asLong())
                .orElseThrow();
        return product.attributes().path("skuCode").asText() + "," + BETA + ",TRUE\n";
    }

    /** What the list of open orders lacks waits no more, and who approved of it is asked again: not of such a list. */
    @Test
    void anApprovalOutlastsAListThatItsOrderSlippedPast() {
        try (SyncWorld world = SyncSetup.plain(4).withoutSyncedDate().start()) {
            Placements placements = new Placements(world);
            long approved = placeOlderOrders(world, placements);
            approve(world, placements.export(), approved);
            world.faults().add(Fault.status(403).on("POST", "/picqer/acme/api/v1/purchaseorders"));
            assertThat(placements.export().counts().parked()).containsEntry("no_right_in_picqer", 1L);
            world.faults().clear();
            long first = world.account().all("buyOrders").get(0).id();
            onceListed(world, "buyOrders", () -> placements.complete(first));

            placements.export();
            world.goOn(Duration.ofHours(3));
            placements.export();

            placements.inPicqer(approved);
        }
    }

    /** All of them older than the export; returns the last. */
    private static long placeOlderOrders(SyncWorld world, Placements placements) {
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        long last = 0;
        for (int order = 0; order < MORE_THAN_A_PAGE; order++) {
            last = placements.place(placements.line(0, 3, "6.00"));
        }
        placements.importPurchaseOrders();
        return last;
    }

    private static void approve(SyncWorld world, RunReport run, long order) {
        world.engine().store().saveDurably(tx -> tx.approvals()
                .approve(SyncSetup.ACME, new RunId(run.run()), Set.of("Optiply-" + order)));
    }

    @Test
    void anOrderIsPlacedWithTheLineThatSlippedPastTheListOfItsLines() {
        try (SyncWorld world = SyncSetup.plain(4).withoutSyncedDate().start()) {
            Placements placements = new Placements(world);
            placements.goLive();
            ObjectNode[] lines = Stream.generate(() -> placements.line(0, 1, "2.00"))
                    .limit(MORE_THAN_A_PAGE)
                    .toArray(ObjectNode[]::new);
            lines[MORE_THAN_A_PAGE - 1].put("quantity", 7);
            long order = placements.place(lines);
            long first = placements.lines(order).get(0).id();
            onceListed(world, "buyOrderLines", () -> world.account().deleteByUser("buyOrderLines", first));

            placements.export();

            assertThat(placements.inPicqer(order).path("products")).hasSize(MORE_THAN_A_PAGE - 1);
        }
    }

    @Test
    void aLineThatSlipsPastTheListOfItsOrderIsNotCreatedASecondTime() {
        try (SyncWorld world = SyncSetup.plain(MORE_THAN_A_PAGE).start()) {
            Purchases purchases = new Purchases(world);
            purchases.run();
            purchases.order(IntStream.range(0, MORE_THAN_A_PAGE)
                    .mapToObj(product -> purchases.line(product, 2, 1.5))
                    .toArray(ObjectNode[]::new));
            AtomicReference<OptiplyRecord> last = new AtomicReference<>();
            onceListed(world, "buyOrderLines", () -> {
                List<OptiplyRecord> lines = world.account().all("buyOrderLines");
                last.set(lines.get(lines.size() - 1));
                world.account().deleteByUser("buyOrderLines", lines.get(0).id());
            });

            world.run(Flow.BUY_ORDERS);

            assertThat(world.account().all("buyOrderLines"))
                    .filteredOn(line -> product(line) == product(last.get()))
                    .containsExactly(last.get());
        }
    }

    private static long product(OptiplyRecord of) {
        return of.attributes().path("productId").asLong();
    }

    @Test
    void aListWhoseEveryPageIsTheFirstOneHasAnEnd() {
        try (SyncWorld world = SyncSetup.plain(4).withoutSyncedDate().start()) {
            Placements placements = new Placements(world);
            placeOlderOrders(world, placements);
            ignoreTheOffset(world, "buyOrders");

            requireDoubted(world.tryRun(Flow.PURCHASE_ORDERS).get(0).thrown(), "buyOrders");
        }
    }

    @Test
    void theComparisonTooHasAnEndWhereEveryPageIsTheFirstOne() {
        try (SyncWorld world = SyncSetup.plain(MORE_THAN_A_PAGE).start()) {
            world.run();
            ignoreTheOffset(world, "products");

            requireDoubted(world.tryRun(Flow.COMPARISON).get(0).thrown(), "products");
        }
    }

    private static void ignoreTheOffset(SyncWorld world, String resource) {
        AtomicReference<SimulatedResponse> first = new AtomicReference<>();
        world.distort((request, answer) -> {
            boolean isLater = isPage(request, resource) && !first.compareAndSet(null, answer);
            return isLater ? first.get() : answer;
        });
    }

    /** As where two servers answer in turn, and one of them lags behind. */
    @Test
    void aListWhoseLengthGoesToAndFroHasAnEnd() {
        try (SyncWorld world = SyncSetup.plain(MORE_THAN_A_PAGE).start()) {
            world.run();
            world.loseState();
            AtomicInteger pages = new AtomicInteger();
            world.distort((request, answer) -> isPage(request, "products")
                    ? saying(MORE_THAN_A_PAGE - pages.getAndIncrement() % 2, answer)
                    : answer);

            requireDoubted(world.tryRun().thrown(), "products");
        }
    }

    private static SimulatedResponse saying(int total, SimulatedResponse answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8)
                .replaceFirst("\"totalResourceCount\":\\d+", "\"totalResourceCount\":" + total);
        return new SimulatedResponse(answer.status(), answer.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aListThatIsNeverAsLongAsItSaysIsOptiplysFaultAndNotTheProgrammes() {
        try (SyncWorld world = SyncSetup.plain(4).start()) {
            world.run();
            world.loseState();
            world.distort(new HalfLists("products", true));

            requireDoubted(world.tryRun().thrown(), "products");
        }
    }

    @Test
    void aListOfPairsThatIsNeverAsLongAsItSaysIsOptiplysFaultToo() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(4)) {
            shop.world.distort(new HalfLists("supplierProducts", true));

            requireDoubted(
                    shop.apply("list.csv", list(row(1, ALPHA, true))).lastRun().thrown(), "supplierProducts");
        }
    }

    private static void requireDoubted(Throwable thrown, String resource) {
        assertThat(thrown)
                .isInstanceOf(DoubtedAnswersException.class)
                .hasMessageContaining("Optiply's list of " + resource);
        assertThat(Problem.blame(thrown)).isEqualTo(Blame.REMOTE);
    }

    /** Right after its first page; says how many pages were read. */
    private static AtomicInteger onceListed(SyncWorld world, String resource, Runnable action) {
        AtomicInteger pages = new AtomicInteger();
        world.watch(request -> {
            if (isPage(request, resource) && pages.incrementAndGet() == 1) {
                action.run();
            }
        });
        return pages;
    }

    private static boolean isPage(SimulatedRequest request, String resource) {
        return request.method().equals("GET") && request.path().endsWith("/" + resource);
    }

    private static AtomicInteger deleteTheFirstOnceListed(SyncWorld world, String resource) {
        long first = world.account().all(resource).get(0).id();
        return onceListed(world, resource, () -> world.account().deleteByUser(resource, first));
    }
}
