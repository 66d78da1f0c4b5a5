package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.identity.ShopIdentity;
import com.optiply.picqer.sync.run.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An address or a key that leads to another shop from one run to the next: a person is asked before it is believed. */
@OnEveryDatabase
class OtherShopTest {
    private static final int PRODUCTS = 60;
    private static final Flow[] FLOWS =
            Arrays.stream(Flow.values()).filter(Flow::readsPicqer).toArray(Flow[]::new);

    private final SyncWorld world;

    OtherShopTest(TestDatabase database) {
        world = SyncSetup.plain(PRODUCTS)
                .guardedAsUsual()
                .keepingStateIn(() -> database.prepared().jdbcUrl())
                .start();
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        world.sandbox().log().clear();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void holdsEveryFlowWhereTheProductsAreOthersUnderOtherNumbers() {
        WrongAddress.OTHER_NUMBERS.lead(world);
        requireEveryFlowHeld();

        assertThat(sentence(world.tryRun(Flow.PRODUCTS).get(0)))
                .contains("Of 20 products that are in Optiply, 20 are gone.");
    }

    @Test
    void holdsEveryFlowWhereTheSameNumbersAreOtherProducts() {
        WrongAddress.OTHER_PRODUCTS.lead(world);
        requireEveryFlowHeld();

        assertThat(sentence(world.tryRun(Flow.PRODUCTS).get(0)))
                .contains("20 are other products under the same numbers (SKU-1", " is OTHER-1", "approve acme ");
    }

    @Test
    void holdsAnEmptyShop() {
        WrongAddress.EMPTY_SHOP.lead(world);

        requireEveryFlowHeld();
    }

    @Test
    void isAnotherWhereMoreThanHalfOfThoseAskedForAreStrange() {
        assertThat(ShopIdentity.isAnother(10, 20)).isFalse();
        assertThat(ShopIdentity.isAnother(11, 20)).isTrue();
        assertThat(ShopIdentity.isAnother(2, 3)).isTrue();
        assertThat(ShopIdentity.isAnother(2, 2)).as("of too few").isFalse();
    }

    private void requireEveryFlowHeld() {
        for (Flow flow : FLOWS) {
            assertThat(world.tryRun(flow)).as(flow.code()).allSatisfy(OtherShopTest::requireHeld);
        }
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void takesNothingForGoneWhereTheKeyIsWrong() {
        WrongAddress.KEY_OF_ANOTHER.lead(world);
        List<RunResult> results = new ArrayList<>(world.tryRun(Flow.PRODUCTS));
        results.addAll(world.tryRun(Flow.SELL_ORDERS));

        assertThat(results).allSatisfy(result -> assertThat(sentence(result)).contains("`picqer.api-key`"));
        assertThat(world.writes()).isEmpty();
    }

    @Test
    void goesOnByItselfWhenTheAddressIsRightAgain() {
        WrongAddress.OTHER_NUMBERS.lead(world);
        world.tryRun(Flow.PRODUCTS);
        WrongAddress.leadBack(world);
        world.run(Flow.PRODUCTS);

        assertThat(world.writes()).isEmpty();
        assertThat(doubt()).isEmpty();
    }

    @Test
    void believesItWhenAPersonSaysSoAndStillAsksBeforeItHidesWhatIsGone() {
        WrongAddress.OTHER_NUMBERS.lead(world);
        long held = world.tryRun(Flow.PRODUCTS).get(0).report().run();
        world.tryRun(Flow.PRODUCTS);
        assertThat(approve(held - 1)).isFalse();
        assertThat(approve(held + 1)).as("a later run").isFalse();
        assertThat(approve(99_999)).as("a number that no run has yet").isFalse();
        assertThat(approve(held)).isTrue();
        world.run(Flow.PRODUCTS, Flow.PRODUCTS, Flow.PRODUCTS);

        assertThat(world.products()).hasSize(2 * PRODUCTS).allSatisfy(product -> assertThat(
                        product.attributes().path("status").asText())
                .isEqualTo("enabled"));
        assertThat(world.events().held()).isNotEmpty();
    }

    @Test
    void takesProductsThatWereRenumberedOneByOneOrCalledOtherwiseForTheSameShop() {
        ids().subList(0, 20).forEach(world::remove);
        ids().subList(20, 40).forEach(id -> world.user().changeProduct(id, fields().put("productcode", "NEW-" + id)));
        world.run(Flow.PRODUCTS, Flow.PRODUCTS, Flow.PRODUCTS);

        assertThat(doubt()).isEmpty();
    }

    private Optional<ShopIdentity.Doubt> doubt() {
        return world.engine().store().read(tx -> ShopIdentity.inDoubt(tx, SyncSetup.ACME));
    }

    private boolean approve(long run) {
        return world.engine().store().durably(tx -> ShopIdentity.approve(tx, SyncSetup.ACME, new RunId(run)));
    }

    private static void requireHeld(RunResult result) {
        assertThat(result.report().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(sentence(result)).startsWith("Picqer does not look like the shop that was synchronised so far.");
    }

    private static String sentence(RunResult result) {
        return Problem.sentence(result.thrown());
    }

    private List<Long> ids() {
        return WrongAddress.products(world.shop());
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
