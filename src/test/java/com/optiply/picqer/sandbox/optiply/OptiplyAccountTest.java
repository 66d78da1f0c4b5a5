package com.optiply.picqer.sandbox.optiply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OptiplyAccountTest {
    private final Client client = Client.loggedIn();
    private final OptiplyAccount shop = client.shop;

    @Test
    void showsRecordsAsTheApiDoes() {
        long id = client.product();

        assertThat(shop.count("products")).isEqualTo(1);
        assertThat(shop.all("products")).extracting(OptiplyRecord::id).containsExactly(id);
        assertThat(shop.byId("products", id).orElseThrow().attributes())
                .isEqualTo(client.get("/v1/products/" + id).json().at("/data/attributes"));
        assertThat(shop.byId("products", 1)).isEmpty();
    }

    @Test
    void handsOutCopies() {
        long id = client.product();
        shop.byId("products", id).orElseThrow().attributes().put("name", "changed");

        assertThat(client.get("/v1/products/" + id).attribute("name").asText()).isEqualTo("Kettle");
    }

    @Test
    void createsWhatAPersonMakesInOptiply() {
        OptiplyRecord order = shop.createByUser(
                "buyOrders",
                Client.object("{'placed':'2026-03-01T09:00:00Z','totalValue':1,'supplierId':" + client.supplier()
                        + ",'orderLines':[{'quantity':1,'subtotalValue':1,'productId':" + client.product() + "}]}"));

        Client.Answer seen = client.get("/v1/buyOrders/" + order.id());
        assertThat(seen.attribute("createdFromPublicApi").asBoolean()).isFalse();
        assertThat(seen.attribute("remoteIdMap")).isEmpty();
        assertThat(client.get("/v1/buyOrders?filter[createdFromPublicApi]=false")
                        .ids())
                .containsExactly(order.id());
        assertThat(shop.all("buyOrderLines")
                        .get(0)
                        .attributes()
                        .path("createdFromPublicApi")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void letsAPersonChangeAndDelete() {
        long order = client.buyOrder(client.supplier());
        long other = client.supplier();
        client.clock.goOn(Duration.ofSeconds(1));

        shop.editByUser("buyOrders", order, Client.object("{'supplierId':" + other + "}"));

        assertThat(client.get("/v1/buyOrders?filter[supplierId]=" + other).ids())
                .containsExactly(order);
        assertThat(client.get("/v1/buyOrders/" + order).attribute("updatedAt").asText())
                .isEqualTo("2026-03-02T08:11:05Z");
        shop.deleteByUser("buyOrders", order);
        assertThat(client.patch("buyOrders", order, "{'totalValue':1}").status())
                .isEqualTo(404);
    }

    @Test
    void refusesAPersonWhatTheApiRefusesToo() {
        assertThatThrownBy(() -> shop.createByUser("products", Client.object("{}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name must not be null");
        assertThatThrownBy(() -> shop.deleteByUser("products", 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("resource not found: 5");
        assertThatThrownBy(() -> shop.deleteByUser("accounts", Client.SHOP))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shop.count("colours")).hasMessage("Optiply has no resource colours");
    }

    @Test
    void forgetsEverythingButItsAccountsOnReset() {
        long product = client.product();
        client.simulator.switches(OptiplySwitches.defaults().with(OptiplySwitches.Validation.STATUS_422));

        client.simulator.reset();

        assertThat(client.get("/v1/products").status()).isEqualTo(401);
        client.logIn();
        assertThat(client.get("/v1/accounts").ids()).containsExactly(Client.SHOP);
        assertThat(client.get("/v1/products").ids()).isEmpty();
        assertThat(client.simulator.switches()).isEqualTo(OptiplySwitches.defaults());
        assertThat(client.product()).isEqualTo(product);
    }

    @Test
    void linksToWhereTheServerIs() {
        long id = client.product();
        client.get("/v1/products/" + id);

        client.simulator.baseUrl(URI.create("http://localhost:8080/optiply/v1"));

        assertThat(client.get("/v1/products").json().at("/data/0/links/self").asText())
                .isEqualTo("http://localhost:8080/optiply/v1/products/" + id);
        assertThat(client.get("/v1/products").json().at("/links/first").asText())
                .isEqualTo("http://localhost:8080/optiply/v1/products?page[limit]=50");
    }

    @Test
    void knowsItsAccounts() {
        client.simulator.addAccount(77, "Second", Client.CREDENTIALS);

        assertThat(client.simulator.accounts()).extracting(OptiplyAccount::id).containsExactly(1380L, 77L);
        assertThat(client.simulator.account(77).count("products")).isZero();
        assertThatThrownBy(() -> client.simulator.account(5)).hasMessage("Optiply has no account 5.");
        assertThatThrownBy(() -> client.simulator.addAccount(77, "Again", Client.CREDENTIALS))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
