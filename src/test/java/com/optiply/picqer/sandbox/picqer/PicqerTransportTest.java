package com.optiply.picqer.sandbox.picqer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.sandbox.picqer.PicqerClient.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PicqerTransportTest {
    private final PicqerClient picqer = PicqerClient.withProducts(1);

    private void turn(String switches) {
        picqer.shop.perform("switch", PicqerJson.object().set("fields", PicqerJson.document(switches.getBytes())));
    }

    @Test
    void refusesAKeyItDoesNotKnow() {
        Answer answer = picqer.as(ApiKey.admin("stranger", "nobody")).get("/products");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text())
                .isEqualTo("{\"error\":true,\"error_code\":1,\"error_message\":\"Wrong credentials\"}");
        assertThat(answer.headers()).containsKeys("X-RateLimit-Limit", "X-RateLimit-Remaining");
    }

    @Test
    void refusesAHeaderThatIsNoBasicAuthentication() {
        Map<String, String> bearer = Map.of("authorization", "Bearer admin-key", "user-agent", "test");
        Map<String, String> broken = Map.of("authorization", "Basic ***", "user-agent", "test");

        assertThat(picqer.send("GET", "/products", "", bearer).status()).isEqualTo(401);
        assertThat(picqer.send("GET", "/products", "", broken).status()).isEqualTo(401);
    }

    @Test
    void wantsAUserAgentWithAStatusThatIsASwitch() {
        Map<String, String> anonymous = Map.of("authorization", "Basic YWRtaW4ta2V5Olg=");

        assertThat(picqer.send("GET", "/products", "", anonymous).status()).isEqualTo(400);
        turn("{\"missing_user_agent_status\":403}");
        assertThat(picqer.send("GET", "/products", "", anonymous).status()).isEqualTo(403);
    }

    @Test
    void countsDownTheMinuteAndRefusesWithoutApplying() {
        picqer.shop.rateLimit(2);

        assertThat(picqer.get("/products").headers())
                .containsEntry("X-RateLimit-Limit", "2")
                .containsEntry("X-RateLimit-Remaining", "1");
        assertThat(picqer.get("/products").headers()).containsEntry("X-RateLimit-Remaining", "0");
        Answer refused = picqer.put("/products/70001", "{\"name\":\"Changed\"}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text())
                .isEqualTo("{\"error\":true,\"error_code\":28,\"error_message\":\"Rate limit exceeded\"}");
        assertThat(refused.headers())
                .containsEntry("X-RateLimit-Remaining", "0")
                .doesNotContainKey("Retry-After");
        assertThat(picqer.shop.product(70001).orElseThrow().path("name").asText())
                .isEqualTo("Garden hose 1");
    }

    @Test
    void startsAfreshWithTheNextMinute() {
        picqer.shop.rateLimit(1);
        picqer.clock.advance(Duration.ofSeconds(35));
        turn("{\"retry_after\":true}");

        assertThat(picqer.get("/users/me").status()).isEqualTo(200);
        Answer refused = picqer.get("/users/me");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("Retry-After", "25");
        picqer.clock.advance(Duration.ofSeconds(25));
        assertThat(picqer.get("/users/me").status()).isEqualTo(200);
    }

    @Test
    void givesEachKeyABudgetOfItsOwn() {
        picqer.shop.rateLimit(1);

        assertThat(picqer.get("/users/me").status()).isEqualTo(200);
        assertThat(picqer.as(PicqerClient.READER).get("/users/me").status()).isEqualTo(200);
        assertThat(picqer.get("/users/me").status()).isEqualTo(429);
    }

    @Test
    void lowersTheLimitInTheMiddleOfAMinute() {
        picqer.shop.rateLimit(100);
        picqer.get("/users/me");
        picqer.get("/users/me");

        picqer.shop.rateLimit(2);

        assertThat(picqer.get("/users/me").status()).isEqualTo(429);
    }

    @Test
    void refusesWritesOfAReadingKey() {
        PicqerClient reader = picqer.as(PicqerClient.READER);

        assertThat(reader.get("/products/70001").status()).isEqualTo(200);
        assertThat(reader.put("/products/70001", "{\"name\":\"Changed\"}").status())
                .isEqualTo(403);
        assertThat(picqer.get("/products/70001").json().path("name").asText()).isEqualTo("Garden hose 1");
    }

    @Test
    void showsAScopedKeyOnlyWhatBelongsToItsCustomer() {
        picqer.shop
                .user()
                .addProduct(PicqerJson.document(
                        "{\"productcode\":\"F-1\",\"name\":\"Theirs\",\"price\":1,\"idfulfilment_customer\":501}"
                                .getBytes()));
        PicqerClient scoped = picqer.as(PicqerClient.SCOPED);

        assertThat(scoped.get("/products").each("productcode")).containsExactly("F-1");
        assertThat(scoped.get("/products/70001").status()).isEqualTo(404);
        assertThat(scoped.get("/suppliers").status()).isEqualTo(403);
        assertThat(scoped.get("/products/70002/warehouses").status()).isEqualTo(403);
        turn("{\"scoped_key_status\":401}");
        assertThat(scoped.get("/suppliers").status()).isEqualTo(401);
    }

    @Test
    void letsAScopedKeyReadWarehousesUntilTheSwitchIsTurned() {
        PicqerClient scoped = picqer.as(PicqerClient.SCOPED);

        assertThat(scoped.get("/warehouses").status()).isEqualTo(200);
        turn("{\"scoped_keys_read_warehouses_and_receipts\":false}");
        assertThat(scoped.get("/warehouses").status()).isEqualTo(403);
        assertThat(scoped.get("/receipts").status()).isEqualTo(403);
    }

    @Test
    void saysWhatIsWrongWithABody() {
        assertThat(picqer.post("/products", "{\"productcode\":")
                        .json()
                        .path("error_code")
                        .asInt())
                .isEqualTo(22);
        assertThat(picqer.post("/products", "[]").json().path("error_code").asInt())
                .isEqualTo(22);
        assertThat(picqer.post("/products", "{\"productcode\":\"X\"}")
                        .json()
                        .path("error_code")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void knowsNeitherOtherPathsNorADeleteOfProducts() {
        assertThat(picqer.get("/productz").status()).isEqualTo(404);
        assertThat(picqer.delete("/products/70001").status()).isEqualTo(404);
        assertThat(picqer.get("/products/abc").status()).isEqualTo(404);
        assertThat(picqer.get("/products/1").json().path("error_code").asInt()).isEqualTo(20);
    }

    @Test
    void neverShowsTheSecretOfAKey() {
        assertThat(PicqerClient.ADMIN.toString()).isEqualTo("ApiKey[admin]");
    }

    @Test
    void refusesASwitchThatDoesNotExist() {
        assertThatThrownBy(() -> turn("{\"retry_afterr\":true}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("retry_afterr");
    }
}
