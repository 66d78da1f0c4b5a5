package com.optiply.picqer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.world.AwkwardWorld;
import com.optiply.picqer.sandbox.world.Worlds;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The oracle between both simulators: it reads a whole shop, and an account that was written through the API. */
class WholeWorldTest {
    private static Sandbox sandbox;
    private static PicqerShop picqer;
    private static long purchased;
    private static long draft;
    private static long sold;

    @BeforeAll
    static void begin() {
        sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
        picqer = sandbox.addShop("acme", ShopOptions.of(Worlds.awkward()).unlimited());
        purchased = buy("type-normal", "inactive", "price-null");
        picqer.user().markAsPurchased(purchased);
        picqer.user().receiveGoods(purchased, product("type-normal"), 2, 2);
        draft = buy("type-normal");
        ObjectNode order = fields();
        order.putArray("products")
                .add(line("type-with-stock"))
                .add(line("type-virtual"))
                .add(line("type-normal"));
        sold = picqer.user().addOrder(order).path("idorder").asLong();
        picqer.user().processOrder(sold);
    }

    @AfterAll
    static void end() {
        sandbox.close();
    }

    private static long buy(String... products) {
        ObjectNode order =
                fields().put("idsupplier", 9401).put("idwarehouse", 18).put("delivery_date", "2026-01-15");
        for (String name : products) {
            order.withArrayProperty("products").add(line(name));
        }
        return picqer.user().addPurchaseOrder(order).path("idpurchaseorder").asLong();
    }

    private static ObjectNode line(String name) {
        return fields().put("idproduct", product(name)).put("amount", 3);
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static long product(String name) {
        return AwkwardWorld.named(name).orElseThrow().idproduct();
    }

    @Test
    void everyRecordHasItsVerdict() {
        Oracle oracle = oracle(History.none());

        assertThat(oracle.verdicts(Resource.SUPPLIERS)).hasSize(AwkwardWorld.ACTIVE_SUPPLIERS + 1);
        assertThat(code(oracle, Resource.COMPOSITIONS, product("type-with-stock") + "_" + product("inactive")))
                .isEqualTo("part_not_in_optiply");
        assertThat(code(oracle, Resource.COMPOSITIONS, product("type-nested") + "_" + product("type-virtual")))
                .isEqualTo("part_not_in_optiply");
        assertThat(code(oracle, Resource.SUPPLIER_PRODUCTS, product("supplier-unknown") + "_999999"))
                .isEqualTo("waits_for_supplier");
        assertThat(code(oracle, Resource.BUY_ORDERS, Long.toString(draft))).isEqualTo("concept");
        assertThat(code(oracle, Resource.BUY_ORDERS, Long.toString(purchased))).isEqualTo("in_optiply");
        assertThat(oracle.verdicts(Resource.RECEIPT_LINES).values())
                .extracting(Verdict::code)
                .containsExactly("in_optiply");
    }

    /** The composition with stock stands for its parts, and the parts for the virtual one. */
    @Test
    void anOrderOfCompositionsCountsEachPieceOnce() {
        Verdict order = oracle(History.none()).verdicts(Resource.SELL_ORDERS).get(Long.toString(sold));

        assertThat(Answers.lines(order))
                .extracting(line -> line.substring(0, line.indexOf(" =")))
                .containsExactly("9 x " + product("type-normal"), "3 x " + product("type-with-stock"), "3 x 80001");
    }

    @Test
    void whatWasWrittenThroughTheApiIsFoundToBeRight() {
        Oracle oracle = oracle(History.none());
        OptiplyAccount optiply = new FaithfulWriter().write(oracle);

        assertThat(oracle.differences(read(optiply))).isEmpty();
        assertThat(optiply.count("buyOrderLines")).isEqualTo(2);
        assertThat(optiply.count("sellOrderLines")).isEqualTo(3);
    }

    @Test
    void whatAPersonThenSpoiltIsFound() {
        Oracle oracle = oracle(History.none());
        OptiplyAccount optiply = new FaithfulWriter().write(oracle);
        OptiplyRecord line = optiply.all("sellOrderLines").get(0);
        optiply.editByUser("sellOrderLines", line.id(), fields().put("quantity", 77));
        optiply.deleteByUser("receiptLines", optiply.all("receiptLines").get(0).id());

        assertThat(oracle.differences(read(optiply)))
                .hasSize(2)
                .anyMatch(what -> what.endsWith("quantity is 77, not 9"))
                .anyMatch(what -> what.endsWith("it is missing: Optiply holds it 0 times"));
    }

    private static String code(Oracle oracle, Resource resource, String key) {
        Map<String, Verdict> verdicts = oracle.verdicts(resource);
        assertThat(verdicts).as(resource.path()).containsKey(key);
        return verdicts.get(key).code();
    }

    private static Oracle oracle(History history) {
        return Oracle.of(shop(), SampleShop.SETTINGS, history);
    }

    private static Account read(OptiplyAccount optiply) {
        return Account.read(optiply, SampleShop.SETTINGS, shop());
    }

    private static Shop shop() {
        return Shop.read(picqer, ShopOptions.KEY);
    }
}
