package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.Flow;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Purchase orders that name their supplier by its id and by its name, where the key may not read suppliers. */
class FulfilmentOrdersTest {
    private final SyncWorld world = SyncSetup.plain(6).withoutSyncedDate().start();
    private final long supplier = world.user()
            .addSupplier(fields().put("name", "Kade BV"))
            .path("idsupplier")
            .asLong();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void goByTheNameOfASupplierThatTheKeyMayNotRead() {
        refuse();
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        buy();
        world.run(Flow.BUY_ORDERS);

        assertThat(suppliers()).containsExactly("Kade BV");
        assertThat(world.account().all("buyOrders")).hasSize(1);
        requireIdle();
    }

    @Test
    void comeThroughWhenTheyWaitedBeforeAnybodyKnewThatTheKeyMayNot() {
        refuse();
        buy();
        world.run(Flow.PRODUCTS, Flow.BUY_ORDERS);
        assertThat(world.account().all("buyOrders")).isEmpty();
        new Purchases(world).pushOutOfTheWindow();
        world.run(Flow.SUPPLIERS, Flow.BUY_ORDERS);

        assertThat(suppliers()).containsExactly("Kade BV");
        assertThat(world.account().all("buyOrders")).hasSize(1);
    }

    @Test
    void keepTheSupplierThatWasReadBeforeTheKeyLostItsAccess() {
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        buy();
        world.run(Flow.BUY_ORDERS);
        refuse();
        world.run(Flow.SUPPLIERS);
        buy();
        world.run(Flow.BUY_ORDERS);

        assertThat(suppliers()).filteredOn("Kade BV"::equals).hasSize(1);
        assertThat(suppliersOfOrders()).hasSize(2);
        assertThat(suppliersOfOrders().stream().distinct()).hasSize(1);
        requireIdle();
    }

    @Test
    void keepTheirSupplierWhenTheKeyMayReadItAtLast() {
        refuse();
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
        buy();
        world.run(Flow.BUY_ORDERS);
        List<Long> before = suppliersOfOrders();
        world.faults().clear();
        world.run(Flow.SUPPLIERS, Flow.BUY_ORDERS);

        assertThat(suppliersOfOrders()).isEqualTo(before);
        assertThat(suppliers()).filteredOn("Kade BV"::equals).hasSize(1);
        requireIdle();
    }

    private void refuse() {
        world.faults().add(Fault.status(403).on("GET", "/picqer/acme/api/v1/suppliers.*"));
    }

    private void buy() {
        ObjectNode order = fields().put("idsupplier", supplier).put("supplier_name", "Kade BV");
        long product = world.shop().allProducts().get(0).path("idproduct").asLong();
        order.putArray("products")
                .add(fields().put("idproduct", product).put("amount", 5).put("price", 2.5));
        world.user()
                .markAsPurchased(world.user()
                        .addPurchaseOrder(order)
                        .path("idpurchaseorder")
                        .asLong());
    }

    private List<String> suppliers() {
        return world.account().all("suppliers").stream()
                .map(each -> each.attributes().path("name").asText())
                .toList();
    }

    private List<Long> suppliersOfOrders() {
        return world.account().all("buyOrders").stream()
                .map(OptiplyRecord::attributes)
                .map(order -> order.path("supplierId").asLong())
                .toList();
    }

    private void requireIdle() {
        world.sandbox().log().clear();
        world.run(Flow.SUPPLIERS, Flow.BUY_ORDERS);
        assertThat(world.writes()).isEmpty();
    }
}
