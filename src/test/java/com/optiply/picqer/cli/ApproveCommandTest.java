package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is held for a person, listed and let through. */
class ApproveCommandTest extends AcmeAtTheCommandLine {
    @Test
    void approveWithNothingHeldSaysSo() {
        run("acme");
        Command said = Command.of("approve", "acme", "1", "--home", home.toString());

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("Nothing is held for customer acme since run 1.");
    }

    @Test
    void approveListsWhatWouldGoOutOfSightWithTheReason() {
        run("acme", "products");
        optiply.account(SyncSetup.ACCOUNT).all("products").stream()
                .limit(25)
                .forEach(product -> sandbox.picqer("acme").user().inactivateProduct(remoteId(product)));
        run("acme", "products");
        Command listed = Command.of("approve", "acme", "--home", home.toString());

        assertThat(listed.exit()).isEqualTo(1);
        assertThat(listed.out())
                .contains("run 2 would take out of sight 25 of 30 products, `inactive`: it is inactive in Picqer:")
                .contains("  and 5 more: approve acme --all");
        assertThat(Command.of("approve", "acme", "--all", "--home", home.toString())
                        .out())
                .doesNotContain(" more: ");
        String one = optiply.account(SyncSetup.ACCOUNT)
                .all("products")
                .get(0)
                .attributes()
                .path("skuCode")
                .asText();
        assertThat(Command.of("why", "acme", one, "--home", home.toString()).out())
                .contains("  To do: a person has to decide: take out of sight, since it is inactive in Picqer."
                        + " If it is right: approve acme 2 " + one);
    }

    @Test
    void approveListsWhatIsHeldAndLetsOneOrderThrough() {
        sandbox.picqer("acme").user().addSupplier(fields().put("name", "Waterworks"));
        run("acme", "suppliers", "products");
        long order = place();
        place();
        run("acme", "buy-orders");
        Command held = run("acme", "purchase-orders");
        assertThat(held.exit()).isEqualTo(1);
        assertThat(held.out()).contains("parked: 2 older_than_export");

        Command listed = Command.of("approve", "acme", "--home", home.toString());
        assertThat(listed.out())
                .contains("run 4: order purchaseorders Optiply-" + order
                        + ". Supplier Waterworks, 6.00 ex VAT, placed on 2026-01-08.")
                .contains("approve acme RUN RECORD...");
        Command approved =
                Command.of("approve", "acme", "4", "Optiply-" + order, "Optiply-1", "--home", home.toString());
        assertThat(approved.exit()).as("one of them is mistyped").isEqualTo(1);
        assertThat(approved.out())
                .contains("Approved: order 1 record.")
                .contains("Nothing of Optiply-1 is held for customer acme since run 4. What is: approve acme");
        run("acme", "purchase-orders");

        assertThat(sandbox.picqer("acme").allPurchaseOrders())
                .extracting(there -> there.path("remarks").asText())
                .containsExactly("Optiply-" + order);
    }

    /** An order that a person places in Optiply. */
    private long place() {
        ObjectNode order = fields().put("placed", "2026-01-08T14:03:22Z")
                .put("totalValue", "6.00")
                .put("supplierId", waterworks());
        order.putArray("orderLines")
                .add(fields().put("productId", records("products").get(0).id())
                        .put("quantity", 3)
                        .put("subtotalValue", "6.00"));
        return optiply.account(SyncSetup.ACCOUNT)
                .createByUser("buyOrders", order)
                .id();
    }

    private static long remoteId(OptiplyRecord product) {
        return Long.parseLong(product.attributes().path("skuCode").asText().replaceAll("\\D", ""));
    }

    /** Told by its name: suppliers are created side by side, so their numbers say nothing of their order. */
    private long waterworks() {
        return records("suppliers").stream()
                .filter(supplier -> supplier.attributes().path("name").asText().equals("Waterworks"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<OptiplyRecord> records(String resource) {
        return optiply.account(SyncSetup.ACCOUNT).all(resource);
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }
}
