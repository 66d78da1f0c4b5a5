package com.optiply.picqer.sandbox.optiply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptiplyOrdersTest {
    private final Client client = Client.loggedIn();
    private final long product = client.product();

    @Test
    void createsASellOrderWithItsLinesInOneRequest() {
        Client.Answer answer = sellOrder("{'quantity':2,'subtotalValue':49.9,'productId':" + product + "}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/data/attributes"))
                .isEqualTo(Client.object("{'uuid':'" + answer.attribute("uuid").asText() + "','accountId':1380,"
                        + "'placed':'2026-02-27T14:05:00Z','completed':null,'totalValue':'49.90',"
                        + "'createdFromPublicApi':true,'remoteIdMap':{'9021':'556677'},"
                        + "'remoteDataSyncedToDate':null,'createdAt':'2026-03-02T08:11:04Z',"
                        + "'updatedAt':'2026-03-02T08:11:04Z'}"));
        Client.Answer lines = client.get("/v1/sellOrderLines?filter[sellOrderId]=" + answer.id());
        assertThat(lines.json().at("/data/0/attributes/subtotalValue").asText()).isEqualTo("49.90");
        assertThat(lines.json().at("/data/0/attributes/quantity").asInt()).isEqualTo(2);
        assertThat(lines.json().at("/data/0/attributes/remoteIdMap")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "{'quantity':1,'subtotalValue':1,'productId':1}",
                "{'quantity':1,'subtotalValue':1,'productId':null}",
                "{'quantity':1,'subtotalValue':1}",
                "{'quantity':1.5,'subtotalValue':1,'productId':100000001}",
                "{'type':'sellOrderLines','attributes':{'quantity':1,'subtotalValue':1,'productId':100000001}}",
                "{'quantity':1,'subtotalValue':1,'productId':100000001,'sellOrderId':5}"
            })
    void storesNothingWhenOneLineIsBad(String line) {
        Client.Answer answer = sellOrder("{'quantity':2,'subtotalValue':1,'productId':" + product + "}," + line);

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(client.shop.count("sellOrders")).isZero();
        assertThat(client.shop.count("sellOrderLines")).isZero();
    }

    @Test
    void takesAnOrderWithoutLinesAndIgnoresTheRemoteIdOfALine() {
        assertThat(sellOrder("").status()).isEqualTo(201);
        Client.Answer answer = sellOrder("{'remoteId':'1','quantity':1,'subtotalValue':1,'productId':" + product + "}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(client.shop.all("sellOrderLines").get(0).attributes().path("remoteIdMap"))
                .isEmpty();
    }

    @Test
    void ignoresTheLinesOfAPatch() {
        long order = sellOrder("").id();

        Client.Answer answer = client.patch("sellOrders", order, "{'totalValue':3,'orderLines':[{'quantity':1}]}");

        assertThat(answer.attribute("totalValue").asText()).isEqualTo("3.00");
        assertThat(client.shop.count("sellOrderLines")).isZero();
    }

    @Test
    void takesTheAccountOfABuyOrderFromItsAttributes() {
        client.simulator.switches(OptiplySwitches.defaults().with(OptiplySwitches.MissingAccount.REFUSE));
        String attributes = "'placed':'2026-03-01T09:00:00Z','totalValue':1,'supplierId':" + client.supplier() + "}";

        assertThat(client.postTo("/v1/buyOrders", "buyOrders", "{'accountId':1380," + attributes)
                        .status())
                .isEqualTo(201);
        assertThat(client.postTo("/v1/buyOrders", "buyOrders", "{" + attributes).status())
                .isEqualTo(400);
    }

    @Test
    void expectsABuyOrderAfterTheDeliveryTimeOfItsSupplier() {
        long order = client.buyOrder(client.supplier());
        long line = client.buyOrderLine(order, product);

        assertThat(expected("buyOrders", order)).isEqualTo("2026-03-08T09:00:00Z");
        assertThat(expected("buyOrderLines", line)).isEqualTo("2026-03-08T09:00:00Z");
    }

    @Test
    void expectsALineAfterTheDeliveryTimeOfTheSupplierProductWhenTheOrderDoesNotSay() {
        long supplier = client.post("suppliers", "{'name':'Slow'}").id();
        long supplierProduct = client.supplierProduct(supplier, product);
        client.patch("supplierProducts", supplierProduct, "{'deliveryTime':3}");
        long order = client.buyOrder(supplier);

        assertThat(client.get("/v1/buyOrders/" + order)
                        .attribute("expectedDeliveryDate")
                        .isNull())
                .isTrue();
        assertThat(expected("buyOrderLines", client.buyOrderLine(order, product)))
                .isEqualTo("2026-03-04T09:00:00Z");
        assertThat(expectedOf(client.buyOrderLine(order, client.product()))).isEqualTo("null");
    }

    @Test
    void keepsTheExpectedDateThatIsGiven() {
        long order = client.post(
                        "buyOrders",
                        "{'placed':'2026-03-01T09:00:00Z','expectedDeliveryDate':'2026-04-01T00:00:00Z','totalValue':1,"
                                + "'supplierId':" + client.supplier() + ",'orderLines':[{'quantity':1,"
                                + "'subtotalValue':1,'productId':" + product
                                + ",'expectedDeliveryDate':'2026-05-01T00:00:00Z'}]}")
                .id();

        assertThat(expected("buyOrders", order)).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(client.get("/v1/buyOrderLines?filter[buyOrderId]=" + order)
                        .json()
                        .at("/data/0/attributes/expectedDeliveryDate")
                        .asText())
                .isEqualTo("2026-05-01T00:00:00Z");
    }

    @Test
    void showsTheUuidOfALinesProduct() {
        long line = client.buyOrderLine(client.buyOrder(client.supplier()), product);

        assertThat(client.get("/v1/buyOrderLines/" + line).attribute("productUuid"))
                .isEqualTo(client.get("/v1/products/" + product).attribute("uuid"));
    }

    @Test
    void deletesTheLinesAndReceiptsOfABuyOrderWithIt() {
        long order = client.buyOrder(client.supplier());
        long line = client.buyOrderLine(order, product);
        client.receiptLine(line);
        long other = client.receiptLine(client.buyOrderLine(client.buyOrder(client.supplier()), product));

        client.delete("/v1/buyOrders/" + order);

        assertThat(client.get("/v1/buyOrderLines/" + line).status()).isEqualTo(404);
        assertThat(client.patch("buyOrderLines", line, "{'quantity':1}").status())
                .isEqualTo(404);
        assertThat(client.get("/v1/receiptLines").ids()).containsExactly(other);
    }

    @Test
    void deletesTheLinesOfASellOrderWithIt() {
        long order = sellOrder("{'quantity':2,'subtotalValue':1,'productId':" + product + "}")
                .id();

        client.delete("/v1/sellOrders/" + order);

        assertThat(client.shop.count("sellOrderLines")).isZero();
    }

    @Test
    void leavesStockAndOrderAloneWhenGoodsAreReceived() {
        long order = client.buyOrder(client.supplier());
        client.receiptLine(client.buyOrderLine(order, product));

        assertThat(client.get("/v1/products/" + product).attribute("stockLevel").asInt())
                .isEqualTo(1);
        assertThat(client.get("/v1/buyOrders/" + order).attribute("completed").isNull())
                .isTrue();
    }

    @Test
    void findsOpenOrdersByTheirMissingEnd() {
        long open = client.buyOrder(client.supplier());
        long closed = client.buyOrder(client.supplier());
        client.patch("buyOrders", closed, "{'completed':'2026-03-09T12:00:00Z'}");

        assertThat(client.get("/v1/buyOrders?filter[completed]=null&filter[assembly]=false")
                        .ids())
                .containsExactly(open);
        assertThat(client.patch("buyOrders", closed, "{'completed':null}")
                        .attribute("completed")
                        .isNull())
                .isTrue();
    }

    @Test
    void countsTheProductsOfAPromotion() {
        long promotion = client.post(
                        "promotions",
                        "{'name':'Spring','startDate':'2026-03-01T00:00:00Z','endDate':'2026-04-01T00:00:00Z'}")
                .id();
        long member = client.post("promotionProducts", "{'promotionId':" + promotion + ",'productId':" + product + "}")
                .id();

        assertThat(client.get("/v1/promotions/" + promotion)
                        .attribute("productCount")
                        .asInt())
                .isEqualTo(1);
        client.delete("/v1/promotionProducts/" + member);
        assertThat(client.get("/v1/promotions/" + promotion)
                        .attribute("productCount")
                        .asInt())
                .isZero();
    }

    private Client.Answer sellOrder(String lines) {
        return client.post(
                "sellOrders",
                "{'remoteId':'556677','placed':'2026-02-27T14:05:00Z','totalValue':49.9,'orderLines':[" + lines + "]}");
    }

    private String expected(String resource, long id) {
        return client.get("/v1/" + resource + "/" + id)
                .attribute("expectedDeliveryDate")
                .asText();
    }

    private String expectedOf(long line) {
        return expected("buyOrderLines", line);
    }
}
