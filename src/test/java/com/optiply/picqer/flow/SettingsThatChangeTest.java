package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.Flow;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the customer's file of today does not give to this program is neither sent, cleared nor repaired, whatever was
 * sent before.
 */
class SettingsThatChangeTest {
    private SyncWorld world;

    @AfterEach
    void close() {
        world.close();
    }

    private void open(Consumer<Customer> choices) {
        world = SyncSetup.plain(2).withoutSyncedDate().choosing(choices).start();
    }

    /** Optiply accepts these only, and the customer's file says so. */
    private void accept(String extras) {
        world.optiply().switches(OptiplySwitches.defaults().withExtraAttributes(extras.split(", ")));
        world.choose(customer -> customer.setExtraAttributes(extras));
        world.sandbox().log().clear();
    }

    @Test
    void anAttributeThatIsListedNoMoreCostsItsProductNothing() {
        open(customer -> {});
        accept("products.purchaseInQuantitiesOf, suppliers.country");
        long kettle = boughtInFives("KT-17");
        long pan = boughtInFives("PN-4");
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        accept("suppliers.country");

        world.setStock(kettle, 4);
        world.user().changeProduct(pan, fields().put("active", false));
        world.run(Flow.PRODUCTS);
        assertThat(written()).containsExactlyInAnyOrder("{\"stockLevel\":4}", "{\"status\":\"disabled\"}");
        assertThat(world.writes()).allMatch(write -> write.status() == 200);

        world.optiply().switches(OptiplySwitches.defaults().withExtraAttributes("products.purchaseInQuantitiesOf"));
        editQuantity(kettle, 7);
        world.run(Flow.PRODUCTS, Flow.COMPARISON);
        assertThat(world.writes()).as("it is a user's now").hasSize(2);

        accept("products.purchaseInQuantitiesOf");
        world.run(Flow.PRODUCTS);
        assertThat(written()).as("it is ours again").containsExactly("{\"purchaseInQuantitiesOf\":5}");
    }

    private long boughtInFives(String code) {
        ObjectNode product = fields().put("productcode", code)
                .put("name", code)
                .put("price", 2)
                .put("purchase_in_quantities_of", 5);
        long id = world.user().addProduct(product).path("idproduct").asLong();
        world.setStock(id, 10);
        return id;
    }

    private void editQuantity(long product, int quantity) {
        world.account()
                .editByUser(
                        "products",
                        bearing("products", product).id(),
                        fields().put("purchaseInQuantitiesOf", quantity));
    }

    @Test
    void anAttributeThatIsListedNoMoreCostsItsOrderNothing() {
        open(customer -> {});
        accept("sellOrders.status, sellOrderLines.placed");
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        long order = order();
        world.user().changeOrderStatus(order, "processing");
        world.run(Flow.SELL_ORDERS);
        accept("suppliers.country");

        world.user().changeOrderStatus(order, "completed");
        world.run(Flow.CHANGED_SELL_ORDERS, Flow.COMPARISON);

        assertThat(written())
                .singleElement()
                .asString()
                .startsWith("{\"completed\":\"")
                .doesNotContain("status");
        assertThat(bearing("sellOrders", order).attributes().hasNonNull("completed"))
                .isTrue();
        assertThat(world.sandbox().log().requests())
                .as("nobody asks for lines that are as they were sent")
                .noneMatch(request -> request.query().contains("sellOrderId"));
    }

    private long order() {
        ObjectNode order = fields();
        order.putArray("products").add(line());
        return world.user().addOrder(order).path("idorder").asLong();
    }

    private ObjectNode line() {
        long product = world.shop().allProducts().get(0).path("idproduct").asLong();
        return fields().put("idproduct", product).put("amount", 2).put("price", 5);
    }

    @Test
    void theFlagOfASupplierThatWasFoundInOptiplyStaysItsUsers() {
        open(customer -> customer.getSuppliers().setIgnored("optiply"));
        world.run(Flow.SUPPLIERS);
        world.loseState();
        world.run(Flow.SUPPLIERS);

        requireIgnoredByItsUsers();
    }

    @Test
    void theFlagOfASupplierIsItsUsersOnceTheFileSaysSo() {
        open(customer -> {});
        world.run(Flow.SUPPLIERS);
        world.choose(customer -> customer.getSuppliers().setIgnored("optiply"));

        requireIgnoredByItsUsers();
    }

    @Test
    void theFlagOfASupplierThatIsKnownByItsNameOnlyIsItsUsers() {
        open(customer -> {});
        world.faults().add(Fault.status(403).on("GET", "/picqer/acme/api/v1/suppliers.*"));
        ObjectNode order = fields().put("supplier_name", "Kade BV");
        order.putArray("products").add(line());
        world.user()
                .markAsPurchased(world.user()
                        .addPurchaseOrder(order)
                        .path("idpurchaseorder")
                        .asLong());
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.BUY_ORDERS);
        world.loseState();
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.BUY_ORDERS);

        requireIgnoredByItsUsers();
    }

    private void requireIgnoredByItsUsers() {
        OptiplyRecord supplier = world.account().all("suppliers").get(0);
        world.account().editByUser("suppliers", supplier.id(), fields().put("ignored", true));
        world.sandbox().log().clear();
        world.run(Flow.SUPPLIERS, Flow.COMPARISON);

        assertThat(world.writes()).isEmpty();
        OptiplyRecord after = world.account().byId("suppliers", supplier.id()).orElseThrow();
        assertThat(after.attributes().path("ignored").asBoolean()).isTrue();
    }

    private OptiplyRecord bearing(String resource, long remoteId) {
        List<OptiplyRecord> bearers = world.account().byRemoteId(resource, "9021", Long.toString(remoteId));
        assertThat(bearers).hasSize(1);
        return bearers.get(0);
    }

    private List<String> written() {
        return world.writes().stream()
                .map(write -> write.body().replaceFirst(".*\"attributes\":(.*)}}", "$1"))
                .toList();
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
