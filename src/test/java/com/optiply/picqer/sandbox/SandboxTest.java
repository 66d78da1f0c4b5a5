package com.optiply.picqer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sandbox.server.UserAction;
import com.optiply.picqer.sandbox.world.Worlds;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxTest extends OneShopSandbox {
    private static long first(JsonNode page) {
        return page.path(0).path("idproduct").asLong();
    }

    @Test
    void servesAShopOverHttp() throws Exception {
        HttpResponse<String> response = send("GET", sandbox.picqerUri("acme") + "/products", "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.headers().firstValue("x-ratelimit-remaining")).contains("499");
        assertThat(JSON.readTree(response.body())).hasSize(100);
    }

    @Test
    void keepsAllRequestsButNoCredentials() throws Exception {
        send("PUT", sandbox.picqerUri("acme") + "/products/100001?x=1", "{\"price\":3}");

        List<LoggedRequest> requests = sandbox.log().requests();
        LoggedRequest logged = requests.get(0);
        assertThat(requests)
                .containsExactly(new LoggedRequest(
                        1,
                        "PUT",
                        "/picqer/acme/api/v1/products/100001",
                        "x=1",
                        logged.key(),
                        logged.headers(),
                        "{\"price\":3}",
                        200,
                        200,
                        null));
        assertThat(logged.headers()).containsKey("user-agent").doesNotContainKey("authorization");
        assertThat(logged.key()).hasSize(8);
        assertThat(admin("GET", "/log?key=" + logged.key(), "")).hasSize(1);
        assertThat(admin("GET", "/log?key=another", "")).isEmpty();
        assertThat(admin("GET", "/log", "").toString()).doesNotContain(AUTHORIZATION, ShopOptions.KEY);
        assertThat(admin("GET", "/counters", "").path("requests").toString())
                .isEqualTo("{\"PUT /picqer/acme/api/v1/products/{id}\":1}");
        assertThat(admin("GET", "/log?after=1", "")).isEmpty();
    }

    @Test
    void removesARowOfAnEarlierPageWhileAClientWalks() throws Exception {
        sandbox.faults()
                .add(Fault.userAction(action("remove-product", 100_250))
                        .on("GET", ".*/products")
                        .occurring(Occurrences.nth(2)));

        assertThat(page(0).path(99).path("idproduct").asLong()).isEqualTo(100_151);
        assertThat(first(page(100))).isEqualTo(100_149);
    }

    @Test
    void insertsARowOnTopWhileAClientWalks() throws Exception {
        admin(
                "POST",
                "/faults",
                """
                {"effect": "user_action", "method": "GET", "path": ".*/products",
                 "occurrences": {"first": 2, "times": 1},
                 "action": {"at": "acme", "name": "add-product",
                            "arguments": {"fields": {"productcode": "N", "name": "N", "price": 1}}}}""");

        assertThat(page(0).path(99).path("idproduct").asLong()).isEqualTo(100_151);
        assertThat(first(page(100))).isEqualTo(100_151);
    }

    @Test
    void duplicatesARowWhileAClientWalks() throws Exception {
        sandbox.faults()
                .add(Fault.userAction(action("duplicate-product", 100_010)).occurring(Occurrences.nth(2)));

        page(0);
        assertThat(first(page(0))).isEqualTo(100_010);
    }

    private static UserAction action(String name, long idproduct) {
        return new UserAction(
                "acme", name, JsonNodeFactory.instance.objectNode().put("idproduct", idproduct));
    }

    @Test
    void takesFaultsThroughTheAdminDoor() throws Exception {
        String fault = "{\"effect\":\"answer\",\"status\":503,\"headers\":{\"Retry-After\":\"9\"}}";

        assertThat(admin("POST", "/faults", fault).path("number").asInt()).isEqualTo(1);
        assertThat(admin("GET", "/faults", "").path("1").path("status").asInt()).isEqualTo(503);
        HttpResponse<String> response = send("GET", sandbox.picqerUri("acme") + "/products", "");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).contains("9");
        assertThat(response.body()).contains("\"error\":true");

        admin("DELETE", "/faults/1", "");
        assertThat(page(0)).hasSize(100);
    }

    @Test
    void saysWhatIsWrongWithAFault() throws Exception {
        assertThat(admin("POST", "/faults", "{\"effect\":\"explode\"}")
                        .path("problem")
                        .asText())
                .contains("explode");
        assertThat(admin("POST", "/faults", "{\"effect\":\"drop\",\"metod\":\"GET\"}")
                        .path("problem")
                        .asText())
                .contains("metod");
        assertThat(admin("POST", "/faults", "{\"effect\":\"answer\"}")
                        .path("problem")
                        .asText())
                .contains("200 to 599");
        assertThat(admin("POST", "/faults", "{\"effect\":\"drop\",\"path\":\"(\"}")
                        .path("problem")
                        .asText())
                .isNotEmpty();
        assertThat(admin("GET", "/nothing", "").path("problem").asText()).contains("GET /nothing");
        assertThat(sandbox.faults().inForce()).isEmpty();
    }

    @Test
    void advancesTheClockThroughTheAdminDoor() throws Exception {
        assertThat(admin("POST", "/clock", "{\"advance_seconds\":86400}")
                        .path("now")
                        .asText())
                .isEqualTo("2025-10-09T08:00:00Z");

        send("PUT", sandbox.picqerUri("acme") + "/products/100001", "{\"price\":3}");
        assertThat(sandbox.picqer("acme")
                        .product(100_001)
                        .orElseThrow()
                        .path("updated")
                        .asText())
                .isEqualTo("2025-10-09 10:00:00");
    }

    @Test
    void actsAsAUserThroughTheAdminDoor() throws Exception {
        JsonNode product = admin(
                "POST",
                "/actions",
                """
                {"at": "acme", "name": "set-stock",
                 "arguments": {"idproduct": 100001, "idwarehouse": 18, "stock": 2, "reservedbackorders": 5}}""");

        assertThat(product.path("stock").path(0).path("freestock").asInt()).isEqualTo(-3);
        assertThat(admin("POST", "/actions", "{\"at\":\"nobody\",\"name\":\"x\"}")
                        .path("problem")
                        .asText())
                .isEqualTo("No account is called `nobody`. Accounts: acme.");
    }

    @Test
    void dumpsTheStateAndResetsIt() throws Exception {
        JsonNode before = admin("GET", "/state/acme", "");
        admin("POST", "/actions", "{\"at\":\"acme\",\"name\":\"remove-product\",\"arguments\":{\"idproduct\":100001}}");
        sandbox.faults().add(Fault.drop());
        assertThat(admin("GET", "/state/acme", "").path("products")).hasSize(249);

        admin("POST", "/reset", "");

        assertThat(admin("GET", "/state/acme", "")).isEqualTo(before);
        assertThat(sandbox.faults().inForce()).isEmpty();
    }

    @Test
    void turnsASwitchOfTheShopThroughTheAdminDoorUntilItIsReset() throws Exception {
        String first = page(0).path(0).path("idproduct").asText();

        JsonNode switches = admin(
                "POST",
                "/actions",
                "{\"at\":\"acme\",\"name\":\"switch\",\"arguments\":{\"fields\":{\"order\":\"oldest_first\"}}}");

        assertThat(switches.path("order").asText()).isEqualTo("oldest_first");
        assertThat(switches.path("retry_after").asBoolean()).isFalse();
        assertThat(page(0).path(0).path("idproduct").asText()).isNotEqualTo(first);
        admin("POST", "/reset", "");
        assertThat(page(0).path(0).path("idproduct").asText()).isEqualTo(first);
    }

    @Test
    void turnsASwitchOfOptiplyThroughTheAdminDoor() throws Exception {
        OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), 1);
        sandbox.mountOptiply(optiply);

        JsonNode switches = admin(
                "POST",
                "/actions",
                "{\"at\":\"optiply\",\"name\":\"switch\",\"arguments\":{\"fields\":{\"drafts\":\"visible\"}}}");

        assertThat(switches.path("drafts").asText()).isEqualTo("visible");
        assertThat(optiply.switches().drafts()).isEqualTo(OptiplySwitches.Drafts.VISIBLE);
    }

    @Test
    void mountsOptiplyWithItsTokenHost() throws Exception {
        sandbox.mountOptiply(
                request -> new SimulatedResponse(200, Map.of(), (request.method() + request.path()).getBytes(UTF_8)));

        assertThat(send("PATCH", sandbox.optiplyUri() + "/products/5", "{}").body())
                .isEqualTo("PATCH/v1/products/5");
        assertThat(send("POST", sandbox.optiplyTokenUri().toString(), "password=hunter2")
                        .body())
                .isEqualTo("POST/api/auth/oauth/token");
        assertThat(sandbox.log().requests().toString()).doesNotContain("hunter2");
    }

    @Test
    void refusesAShopNameThatIsNoSubdomain() {
        assertThatThrownBy(() -> sandbox.addShop("Acme/..", ShopOptions.of(Worlds.empty())))
                .hasMessageContaining("`Acme/..`");
        assertThatThrownBy(() -> sandbox.picqer("nobody")).hasMessageContaining("`nobody`");
    }
}
