package com.optiply.picqer.sandbox.optiply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptiplyWritesTest {
    private static final String KETTLE = "{'name':'Kettle','stockLevel':1,'unlimitedStock':false";

    private final Client client = Client.loggedIn();

    @Test
    void createsAProductAndShowsAllOfIt() {
        Client.Answer answer = client.post(
                "products",
                "{'remoteId':'10001','name':'Kettle 1.7L','skuCode':'KT-17','articleCode':'KT-17',"
                        + "'eanCode':'8712345678906','price':24.9,'unlimitedStock':false,'stockLevel':41,"
                        + "'status':'enabled','assembled':false}");

        String self = "https://api.optiply.com/v1/products/100000001";
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text())
                .isEqualTo(("{'data':{'id':'100000001','type':'products','attributes':{"
                                + "'uuid':'" + answer.attribute("uuid").asText() + "','accountId':1380,"
                                + "'name':'Kettle 1.7L','skuCode':'KT-17','articleCode':'KT-17',"
                                + "'eanCode':'8712345678906','price':'24.90','unlimitedStock':false,'stockLevel':41,"
                                + "'status':'enabled','assembled':false,'notBeingBought':false,'ignored':false,"
                                + "'novel':true,'minimumStock':null,'maximumStock':null,'manualServiceLevel':null,"
                                + "'stockMeasurementUnit':null,'category':null,'resumingPurchase':null,"
                                + "'createdAtRemote':null,'createdFromPublicApi':true,'remoteIdMap':{'9021':'10001'},"
                                + "'remoteDataSyncedToDate':null,'createdAt':'2026-03-02T08:11:04Z',"
                                + "'updatedAt':'2026-03-02T08:11:04Z'},'relationships':{"
                                + links(self, "supplierProducts") + "," + links(self, "sellOrderLines") + ","
                                + links(self, "buyOrderLines") + ","
                                + links(self, "productComposedFromCompositions") + ","
                                + links(self, "productPartOfCompositions") + ","
                                + links(self, "promotionProducts") + "," + links(self, "account")
                                + "},'links':{'self':'" + self + "'}}}")
                        .replace('\'', '"'));
        assertThat(client.get("/v1/products/100000001").text()).isEqualTo(answer.text());
    }

    @Test
    void givesGrowingIdsAndUuids() {
        long first = client.product();
        long second = client.product();

        assertThat(second).isGreaterThan(first);
        assertThat(client.get("/v1/products/" + first).attribute("uuid").asText())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isNotEqualTo(
                        client.get("/v1/products/" + second).attribute("uuid").asText());
    }

    @Test
    void repeatsItselfFromTheSameSeed() {
        Client again = Client.loggedIn();
        long id = client.product();
        again.product();

        assertThat(again.get("/v1/products/" + id).text())
                .isEqualTo(client.get("/v1/products/" + id).text());
        assertThat(again.token().text()).isEqualTo(client.token().text());
    }

    @Test
    void changesOnlyWhatAPatchNames() {
        long id = client.product();
        client.clock.goOn(Duration.ofSeconds(1));

        Client.Answer answer = client.patch("products", id, "{'stockLevel':-3}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.attribute("stockLevel").asLong()).isEqualTo(-3);
        assertThat(answer.attribute("name").asText()).isEqualTo("Kettle");
        assertThat(answer.attribute("createdAt").asText()).isEqualTo("2026-03-02T08:11:04Z");
        assertThat(answer.attribute("updatedAt").asText()).isEqualTo("2026-03-02T08:11:05Z");
        assertThat(client.get("/v1/products/" + id).text()).isEqualTo(answer.text());
    }

    @Test
    void clearsWithAnExplicitNull() {
        long id = client.product();

        assertThat(client.patch("products", id, "{'skuCode':null}")
                        .attribute("skuCode")
                        .isNull())
                .isTrue();
        assertThat(client.get("/v1/products?filter[skuCode]=Kettle").ids()).isEmpty();
        assertThat(client.get("/v1/products?filter[skuCode]=null").ids()).containsExactly(id);
    }

    @Test
    void takesThePathsIdInTheBodyAndRefusesAnother() {
        long id = client.product();
        String target = "/v1/products/" + id;

        assertThat(client.send("PATCH", target, body("\"id\":\"" + id + "\",")).status())
                .isEqualTo(200);
        assertThat(client.send("PATCH", target, body("\"id\":\"1\",")).status()).isEqualTo(400);
    }

    @Test
    void deletesOnceAndThenKnowsNothing() {
        long id = client.product();

        Client.Answer answer = client.delete("/v1/products/" + id + "?accountId=1380&couplingId=9021");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(client.delete("/v1/products/" + id).status()).isEqualTo(404);
        assertThat(client.patch("products", id, "{'stockLevel':1}").status()).isEqualTo(404);
        assertThat(client.get("/v1/products/" + id).text())
                .isEqualTo("{'errors':[{'status':'404','title':'resource not found: 100000001',".replace('\'', '"')
                        + "\"detail\":\"resource not found: 100000001\","
                        + "\"meta\":{\"message\":\"resource not found: 100000001\"}}]}");
        assertThat(client.get("/v1/products").ids()).isEmpty();
    }

    @Test
    void doesNotFindAParentThatIsNotThere() {
        long product = client.product();

        Client.Answer answer = client.post(
                "supplierProducts", "{'name':'K','productId':" + product + ",'supplierId':" + product + "}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).isEqualTo("resource not found: " + product);
        assertThat(client.post("receiptLines", "{'occurred':'2026-03-08T08:30:00Z','quantity':1,'buyOrderLineId':7}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesToMoveARecordToAnotherParent() {
        long product = client.product();
        long id = client.supplierProduct(client.supplier(), product);
        long other = client.supplier();

        assertThat(client.patch("supplierProducts", id, "{'productId':" + product + "}")
                        .status())
                .isEqualTo(200);
        assertThat(client.patch("supplierProducts", id, "{'supplierId':" + other + "}")
                        .detail())
                .isEqualTo("supplierId must not be changed");
    }

    @Test
    void allowsAPairOfSupplierAndProductOnce() {
        long supplier = client.supplier();
        long product = client.product();
        client.supplierProduct(supplier, product);

        Client.Answer answer = client.post(
                "supplierProducts", "{'name':'K','supplierId':" + supplier + ",'productId':" + product + "}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text())
                .isEqualTo("{\"errors\":[{\"status\":\"409\",\"title\":\"CONFLICT\","
                        + "\"detail\":\"supplierProduct already exists for this supplier and product\","
                        + "\"meta\":{\"message\":\"supplierProduct already exists for this supplier and product\"}}]}");
        assertThat(client.get("/v1/supplierProducts?filter[supplierId]=" + supplier + "&filter[productId]=" + product)
                        .ids())
                .hasSize(1);
    }

    @Test
    void refusesACompositionTwiceAndItsOpposite() {
        long bundle = client.product();
        long part = client.product();
        String there = "{'composedProductId':" + bundle + ",'partProductId':" + part + ",'partQuantity':2}";
        String back = "{'composedProductId':" + part + ",'partProductId':" + bundle + ",'partQuantity':2}";

        assertThat(client.post("productCompositions", there).status()).isEqualTo(201);
        assertThat(client.post("productCompositions", there).status()).isEqualTo(409);
        assertThat(client.post("productCompositions", back).status()).isEqualTo(409);
        assertThat(client.post("productCompositions", there.replace("2}", "0}")).status())
                .isEqualTo(400);
    }

    @Test
    void refusesARequestWithoutTheContentType() {
        long id = client.product();
        client.header("content-type", "application/json");

        assertThat(client.get("/v1/products").status()).isEqualTo(415);
        assertThat(client.delete("/v1/products/" + id).status()).isEqualTo(415);
        client.withoutHeader("content-type");
        assertThat(client.get("/v1/products").status()).isEqualTo(415);
        client.header("content-type", "application/vnd.api+json; charset=utf-8");
        assertThat(client.get("/v1/products").status()).isEqualTo(200);
    }

    @Test
    void knowsFourMethodsAndLeavesAccountsAlone() {
        Client.Answer put = client.send("PUT", "/v1/products/" + client.product(), "");

        assertThat(put.status()).isEqualTo(405);
        assertThat(put.json().at("/errors/0/code").asText()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(client.send("PUT", "/v1/products", "").status()).isEqualTo(405);
        assertThat(client.delete("/v1/accounts/1380").status()).isEqualTo(405);
        assertThat(client.post("accounts", "{'name':'x'}").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({"/v1/buyorders, 404", "/v1/warehouses, 404", "/v2/products, 404", "/v1/products/nan, 500"})
    void knowsItsPathsExactly(String path, int status) {
        assertThat(client.get(path).status()).isEqualTo(status);
    }

    @Test
    void showsARemoteIdInTheMapOnly() {
        Client.Answer first = client.post("products", KETTLE + ",'remoteId':'7'}");
        Client.Answer second = client.post("products", KETTLE + ",'remoteId':'7'}");

        assertThat(first.attribute("remoteIdMap")).isEqualTo(Client.object("{'9021':'7'}"));
        assertThat(first.attribute("remoteId").isMissingNode()).isTrue();
        assertThat(second.status()).isEqualTo(201);
        assertThat(client.shop.byRemoteId("products", "9021", "7")).hasSize(2);
        assertThat(client.patch("products", first.id(), "{'remoteId':'8'}").attribute("remoteIdMap"))
                .isEqualTo(Client.object("{'9021':'8'}"));
        assertThat(client.shop.byRemoteId("products", "9021", "7")).hasSize(1);
        assertThat(client.patch("products", first.id(), "{'remoteId':null}").attribute("remoteIdMap"))
                .isEmpty();
    }

    @Test
    void keepsTheRemoteIdsOfEveryCoupling() {
        client.simulator.addAccount(77, "Second", Client.CREDENTIALS, new Coupling(3, "a"), new Coupling(20, "b"));
        long id = client.postTo("/v1/products?accountId=77&couplingId=3", "products", KETTLE + ",'remoteId':'x'}")
                .id();

        String target = "/v1/products/" + id + "?accountId=77&couplingId=20";
        Client.Answer answer = client.patchTo(target, "products", "{'remoteId':'y'}");

        assertThat(answer.text()).contains("\"remoteIdMap\":{\"20\":\"y\",\"3\":\"x\"}");
        assertThat(client.simulator.account(77).byRemoteId("products", "3", "x"))
                .extracting(OptiplyRecord::id)
                .containsExactly(id);
    }

    @Test
    void answersOneRequestAtATime() {
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 2000).parallel().forEach(any -> ids.add(client.product()));

        assertThat(ids).hasSize(2000);
        assertThat(client.shop.all("products"))
                .extracting(OptiplyRecord::id)
                .isSorted()
                .hasSize(2000);
    }

    @Test
    void refusesACouplingOfAnotherAccount() {
        assertThat(client.postTo("/v1/products?accountId=1380&couplingId=1", "products", KETTLE + "}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void prefersOneSupplierProductOfAProduct() {
        long product = client.product();
        long first = client.supplierProduct(client.supplier(), product);
        long second = client.supplierProduct(client.supplier(), product);
        client.patch("supplierProducts", first, "{'preferred':true}");
        client.patch("supplierProducts", second, "{'preferred':true}");

        assertThat(client.get("/v1/supplierProducts?filter[preferred]=true").ids())
                .containsExactly(second);
    }

    private static String body(String id) {
        return "{\"data\":{" + id + "\"type\":\"products\",\"attributes\":{\"stockLevel\":4}}}";
    }

    private static String links(String self, String name) {
        return "'" + name + "':{'links':{'self':'" + self + "/relationships/" + name + "','related':'" + self + "/"
                + name + "'}}";
    }
}
