package com.optiply.picqer.sandbox.optiply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.sandbox.optiply.OptiplySwitches.AssembledWithoutParts;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.CommaInFilter;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.ContentType;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.Drafts;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.DuplicateRemoteId;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.MissingAccount;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.MomentInFilter;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.NestedLineIds;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.PatchedOrderLines;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.Preferred;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.ReferencedDelete;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.RemoteIdKey;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.RemoteIdWithoutCoupling;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.Switch;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptiplySwitchesTest {
    private static final String KETTLE = "{'name':'Kettle','stockLevel':1,'unlimitedStock':false";

    private final Client client = Client.loggedIn();

    @Test
    void standsAtTheFirstOptionOfEverySwitch() {
        OptiplySwitches defaults = OptiplySwitches.defaults();

        assertThat(Stream.<Switch>of(
                        defaults.validation(),
                        defaults.contentType(),
                        defaults.duplicateRemoteId(),
                        defaults.nestedLineIds(),
                        defaults.missingAccount(),
                        defaults.remoteIdWithoutCoupling(),
                        defaults.remoteIdKey(),
                        defaults.preferred(),
                        defaults.drafts(),
                        defaults.referencedDelete(),
                        defaults.patchedOrderLines(),
                        defaults.assembledWithoutParts(),
                        defaults.commaInFilter(),
                        defaults.momentInFilter()))
                .containsExactly(
                        Validation.STATUS_400,
                        ContentType.STATUS_415,
                        DuplicateRemoteId.ALLOW,
                        NestedLineIds.NONE,
                        MissingAccount.ACCEPT_SINGLE,
                        RemoteIdWithoutCoupling.IGNORE,
                        RemoteIdKey.COUPLING_ID,
                        Preferred.EXCLUSIVE,
                        Drafts.HIDDEN,
                        ReferencedDelete.ALLOW,
                        PatchedOrderLines.IGNORE,
                        AssembledWithoutParts.ACCEPT,
                        CommaInFilter.TEXT,
                        MomentInFilter.ANY_ZONE)
                .hasSize(Switch.class.getPermittedSubclasses().length)
                .allMatch(choice -> choice == first(choice));
    }

    @Test
    void refusesInvalidValuesWith422() {
        choose(Validation.STATUS_422);

        Client.Answer answer = client.post("products", "{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/status").asText()).isEqualTo("422");
    }

    @Test
    void doesNotFindRequestsWithoutTheContentType() {
        choose(ContentType.STATUS_404);
        client.withoutHeader("content-type");

        assertThat(client.get("/v1/products").status()).isEqualTo(404);
    }

    @Test
    void refusesARemoteIdThatTheCouplingHas() {
        choose(DuplicateRemoteId.CONFLICT);

        assertThat(client.post("products", KETTLE + ",'remoteId':'7'}").status())
                .isEqualTo(201);
        assertThat(client.post("products", KETTLE + ",'remoteId':'7'}").status())
                .isEqualTo(409);
        assertThat(client.post("products", KETTLE + ",'remoteId':'8'}").status())
                .isEqualTo(201);
    }

    @Test
    void tellsTheIdsOfNestedLinesInTheAnswerToTheCreateOnly() {
        choose(NestedLineIds.IN_ORDER_LINES);
        long product = client.product();

        Client.Answer order = client.post(
                "sellOrders",
                "{'placed':'2026-02-27T14:05:00Z','totalValue':1,'orderLines':[{'quantity':2,'subtotalValue':1,"
                        + "'productId':" + product + "}]}");

        long line = client.shop.all("sellOrderLines").get(0).id();
        assertThat(order.attribute("orderLines").toString())
                .isEqualTo("[{\"id\":" + line + ",\"quantity\":2,\"subtotalValue\":\"1.00\",\"productId\":" + product
                        + "}]");
        assertThat(client.get("/v1/sellOrders/" + order.id())
                        .attribute("orderLines")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void needsAnAccountWhenThereAreSeveralOrTheSwitchSaysSo() {
        assertThat(client.postTo("/v1/products", "products", KETTLE + "}").status())
                .isEqualTo(201);
        choose(MissingAccount.REFUSE);
        assertThat(client.postTo("/v1/products", "products", KETTLE + "}").status())
                .isEqualTo(400);

        choose(MissingAccount.ACCEPT_SINGLE);
        client.simulator.addAccount(77, "Second", Client.CREDENTIALS);
        assertThat(client.postTo("/v1/products", "products", KETTLE + "}").status())
                .isEqualTo(400);
    }

    @Test
    void treatsARemoteIdWithoutACouplingAsChosen() {
        assertThat(withoutCoupling().attribute("remoteIdMap")).isEmpty();
        choose(RemoteIdWithoutCoupling.STORE_UNDER_NULL);
        assertThat(withoutCoupling().attribute("remoteIdMap")).isEqualTo(Client.object("{'null':'7'}"));
        choose(RemoteIdWithoutCoupling.REFUSE);
        assertThat(withoutCoupling().status()).isEqualTo(400);
    }

    @Test
    void namesTheCouplingInTheMap() {
        choose(RemoteIdKey.COUPLING_NAME);

        assertThat(client.post("products", KETTLE + ",'remoteId':'7'}").attribute("remoteIdMap"))
                .isEqualTo(Client.object("{'Picqer':'7'}"));
    }

    @Test
    void letsSeveralSupplierProductsBePreferred() {
        choose(Preferred.INDEPENDENT);
        long product = client.product();
        client.patch("supplierProducts", client.supplierProduct(client.supplier(), product), "{'preferred':true}");
        client.patch("supplierProducts", client.supplierProduct(client.supplier(), product), "{'preferred':true}");

        assertThat(client.get("/v1/supplierProducts?filter[preferred]=true").ids())
                .hasSize(2);
    }

    @Test
    void hidesOrShowsOrdersThatAreNotPlaced() {
        long product = client.product();
        long draft = client.shop
                .createByUser(
                        "buyOrders",
                        Client.object("{'totalValue':1,'supplierId':" + client.supplier()
                                + ",'orderLines':[{'quantity':1,'subtotalValue':1,'productId':" + product + "}]}"))
                .id();

        assertThat(client.get("/v1/buyOrders").ids()).isEmpty();
        assertThat(client.get("/v1/buyOrders/" + draft).status()).isEqualTo(404);
        assertThat(client.get("/v1/buyOrderLines").ids()).isEmpty();

        choose(Drafts.VISIBLE);
        assertThat(client.get("/v1/buyOrders?filter[placed]=null").ids()).containsExactly(draft);
        assertThat(client.get("/v1/buyOrderLines").ids()).hasSize(1);

        choose(Drafts.HIDDEN);
        client.shop.editByUser("buyOrders", draft, Client.object("{'placed':'2026-03-01T09:00:00Z'}"));
        assertThat(client.get("/v1/buyOrders").ids()).containsExactly(draft);
    }

    @Test
    void refusesToDeleteWhatOthersReferTo() {
        long product = client.product();
        long supplier = client.supplier();
        long pair = client.supplierProduct(supplier, product);
        assertThat(client.delete("/v1/products/" + client.product()).status()).isEqualTo(204);

        choose(ReferencedDelete.CONFLICT);
        assertThat(client.delete("/v1/products/" + product).status()).isEqualTo(409);
        assertThat(client.delete("/v1/suppliers/" + supplier).status()).isEqualTo(409);
        client.delete("/v1/supplierProducts/" + pair);
        assertThat(client.delete("/v1/products/" + product).status()).isEqualTo(204);
    }

    @Test
    void deletesWhatOthersReferToByDefault() {
        long product = client.product();
        client.supplierProduct(client.supplier(), product);

        assertThat(client.delete("/v1/products/" + product).status()).isEqualTo(204);
    }

    @Test
    void refusesTheLinesOfAPatch() {
        choose(PatchedOrderLines.REFUSE);
        long order = client.buyOrder(client.supplier());

        assertThat(client.patch("buyOrders", order, "{'orderLines':[]}").status())
                .isEqualTo(400);
        assertThat(client.patch("buyOrders", order, "{'totalValue':2}").status())
                .isEqualTo(200);
    }

    @Test
    void refusesAnAssembledProductWithoutParts() {
        choose(AssembledWithoutParts.REFUSE);
        long bundle = client.product();
        long part = client.product();

        assertThat(client.post("products", KETTLE + ",'assembled':true}").status())
                .isEqualTo(400);
        assertThat(client.patch("products", bundle, "{'assembled':true}").status())
                .isEqualTo(400);
        client.post(
                "productCompositions",
                "{'composedProductId':" + bundle + ",'partProductId':" + part + ",'partQuantity':2}");
        assertThat(client.patch("products", bundle, "{'assembled':true}").status())
                .isEqualTo(200);
    }

    @Test
    void knowsTheExtraAttributesOfAnEnvironment() {
        long before = client.supplier();
        assertThat(client.get("/v1/suppliers/" + before).attribute("country").isMissingNode())
                .isTrue();

        client.simulator.switches(OptiplySwitches.defaults().withExtraAttributes("suppliers.country"));

        assertThat(client.get("/v1/suppliers/" + before).attribute("country").isNull())
                .isTrue();
        assertThat(client.patch("suppliers", before, "{'country':'NL'}")
                        .attribute("country")
                        .asText())
                .isEqualTo("NL");
        assertThat(client.get("/v1/suppliers?filter[country]=NL").ids()).containsExactly(before);
    }

    @Test
    void refusesAnExtraAttributeThatNoEnvironmentHas() {
        assertThatThrownBy(() -> OptiplySwitches.defaults().withExtraAttributes("suppliers.colour"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`suppliers.colour` is no extra attribute")
                .hasMessageContaining("suppliers.country");
    }

    @Test
    void takesACommaInAFilterForTextOrForAlternatives() {
        client.post("suppliers", "{'name':'Jansen'}");
        client.post("suppliers", "{'name':'Zn'}");
        client.post("suppliers", "{'name':'Jansen,Zn'}");
        assertThat(names("Jansen,Zn")).containsExactly("Jansen,Zn");

        choose(CommaInFilter.ALTERNATIVES);

        assertThat(names("Jansen,Zn")).containsExactly("Jansen", "Zn");
        assertThat(names("Jansen")).containsExactly("Jansen");
    }

    @Test
    void takesAMomentInAFilterInAnyZoneOrWithAnOffsetOnly() {
        String noon = "/v1/sellOrders?filter[placed]=2026-03-01T12:00:00";
        assertThat(client.get(noon + "Z").status()).isEqualTo(200);
        choose(MomentInFilter.OFFSET);

        assertThat(client.get(noon + "Z").status()).isEqualTo(400);
        assertThat(client.get(noon + "%2B00:00").status()).isEqualTo(200);
    }

    private List<String> names(String filter) {
        return client.get("/v1/suppliers?filter[name]=" + filter)
                .json()
                .path("data")
                .findValuesAsText("name");
    }

    private void choose(Switch choice) {
        client.simulator.switches(client.simulator.switches().with(choice));
    }

    private Client.Answer withoutCoupling() {
        return client.postTo("/v1/products?accountId=1380", "products", KETTLE + ",'remoteId':'7'}");
    }

    private static Object first(Switch choice) {
        return Arrays.asList(choice.getClass().getEnumConstants()).get(0);
    }
}
