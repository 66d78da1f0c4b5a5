package com.optiply.picqer.sandbox.optiply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What buyers do in Optiply's own screens, as an integration that reads the API finds it. */
class OptiplyPeopleTest {
    private final Client client = Client.loggedIn();
    private final long product = client.product();
    private final long supplier = client.supplier();

    private OptiplyRecord order(String placed) {
        return client.shop.createByUser(
                "buyOrders",
                Client.object("{" + placed + "'totalValue':24,'supplierId':" + supplier
                        + ",'orderLines':[{'quantity':2,'subtotalValue':24,'productId':" + product + "}]}"));
    }

    @Test
    void placesAnOrderThatSaysItDidNotComeThroughTheApi() {
        OptiplyRecord order = order("'placed':'2026-03-01T09:00:00Z',");

        assertThat(order.attributes().path("createdFromPublicApi").asBoolean()).isFalse();
        assertThat(order.attributes().path("remoteIdMap")).isEmpty();
        assertThat(client.get("/v1/buyOrders?filter[completed]=null&filter[assembly]=false"
                                + "&filter[createdAt][GE]=2026-03-01T00:00:00Z&filter[supplierId]=" + supplier
                                + "&sort=id")
                        .ids())
                .containsExactly(order.id());
        assertThat(client.get("/v1/buyOrderLines?filter[buyOrderId]=" + order.id() + "&filter[productId]=" + product)
                        .ids())
                .hasSize(1);
    }

    @Test
    void keepsADraftToThemselvesUntilItIsPlaced() {
        OptiplyRecord draft = order("");
        assertThat(client.get("/v1/buyOrders").ids()).isEmpty();
        assertThat(client.get("/v1/buyOrderLines").ids()).isEmpty();

        client.shop.editByUser("buyOrders", draft.id(), Client.object("{'placed':'2026-03-02T10:00:00Z'}"));

        assertThat(client.get("/v1/buyOrders").ids()).containsExactly(draft.id());
        assertThat(client.get("/v1/buyOrderLines").ids()).hasSize(1);
    }

    @Test
    void showsDraftsWithoutAPlacedMomentWhereTheEnvironmentShowsThem() {
        client.simulator.switches(OptiplySwitches.defaults().with(OptiplySwitches.Drafts.VISIBLE));
        long draft = order("").id();

        assertThat(client.get("/v1/buyOrders/" + draft).attribute("placed").isNull())
                .isTrue();
    }

    @Test
    void takesLinesAndReceiptsAwayWithTheOrderTheyDelete() {
        long order = order("'placed':'2026-03-01T09:00:00Z',").id();
        long line = client.get("/v1/buyOrderLines").ids().get(0);
        client.receiptLine(line);

        client.shop.deleteByUser("buyOrders", order);

        assertThat(client.get("/v1/receiptLines").ids()).isEmpty();
        assertThat(client.patch("buyOrderLines", line, "{'quantity':1}").status())
                .isEqualTo(404);
        assertThat(client.delete("/v1/buyOrders/" + order).status()).isEqualTo(404);
    }

    @Test
    void changesALineBehindTheIntegrationsBack() {
        order("'placed':'2026-03-01T09:00:00Z',");
        long line = client.get("/v1/buyOrderLines").ids().get(0);

        client.shop.editByUser("buyOrderLines", line, Client.object("{'quantity':9}"));

        assertThat(client.get("/v1/buyOrderLines/" + line).attribute("quantity").asInt())
                .isEqualTo(9);
    }

    @Test
    void mayGiveAnOrderToAnotherSupplierWhichTheApiRefuses() {
        long order = order("'placed':'2026-03-01T09:00:00Z',").id();
        long other = client.post("suppliers", "{'name':'Other'}").id();
        assertThat(client.patch("buyOrders", order, "{'supplierId':" + other + "}")
                        .status())
                .isEqualTo(400);

        client.shop.editByUser("buyOrders", order, Client.object("{'supplierId':" + other + "}"));

        assertThat(client.get("/v1/buyOrders?filter[supplierId]=" + other).ids())
                .containsExactly(order);
    }

    @Test
    void makesAPairThatTheIntegrationThenMeetsAsAConflict() {
        client.shop.createByUser(
                "supplierProducts",
                Client.object("{'name':'By hand','productId':" + product + ",'supplierId':" + supplier + "}"));

        assertThat(client.post(
                                "supplierProducts",
                                "{'name':'Ours','productId':" + product + ",'supplierId':" + supplier + "}")
                        .status())
                .isEqualTo(409);
        assertThat(client.get("/v1/supplierProducts?filter[supplierId]=" + supplier + "&filter[productId]=" + product)
                        .ids())
                .hasSize(1);
    }
}
