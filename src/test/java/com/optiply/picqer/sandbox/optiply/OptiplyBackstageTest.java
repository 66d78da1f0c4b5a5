package com.optiply.picqer.sandbox.optiply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Backstage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptiplyBackstageTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KETTLE =
            """
            {"account": 1380, "resource": "products",
             "attributes": {"name": "Kettle", "stockLevel": 4, "unlimitedStock": false}}""";

    private final OptiplySimulator optiply = new OptiplySimulator(
            URI.create("http://127.0.0.1/v1"), Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC), 1);
    private final Backstage backstage = optiply.backstage().orElseThrow();

    @BeforeEach
    void anAccount() {
        optiply.addAccount(1380, "acme", new ApiCredentials("client", "secret", "user", "password"));
    }

    @Test
    void createsEditsAndDeletesAsAPersonDoes() throws Exception {
        long id = backstage.perform("create", object(KETTLE)).path("id").asLong();
        ObjectNode edit =
                object("{\"account\": 1380, \"resource\": \"products\", \"attributes\": {\"stockLevel\": 9}}");
        backstage.perform("edit", edit.put("id", id));

        JsonNode product = backstage.state().path("1380").path("products").path(0);
        assertThat(product.path("attributes").path("stockLevel").asInt()).isEqualTo(9);
        assertThat(product.path("attributes").path("createdFromPublicApi").asBoolean())
                .isFalse();

        backstage.perform("delete", edit);
        assertThat(optiply.account(1380).count("products")).isZero();
    }

    @Test
    void refusesAnActionItDoesNotKnowAndNamesThoseItKnows() {
        assertThatThrownBy(() -> backstage.perform("remove", object("{}")))
                .hasMessage("Optiply has no action `remove`."
                        + " Actions: create, delete, edit, expire-tokens, rate-limit, switch.");
    }

    @Test
    void turnsASwitchAndTellsHowAllOfThemStand() throws Exception {
        ObjectNode two = object(
                """
                {"fields": {"remote_id_key": "coupling_name", "extra_attributes": ["suppliers.country"]}}""");

        JsonNode all = backstage.perform("switch", two);

        assertThat(optiply.switches().remoteIdKey()).isEqualTo(OptiplySwitches.RemoteIdKey.COUPLING_NAME);
        assertThat(optiply.switches().extraAttributes()).containsExactly("suppliers.country");
        assertThat(all.path("remote_id_key").asText()).isEqualTo("coupling_name");
        assertThat(all.path("validation").asText()).isEqualTo("status_400");
        assertThat(all.path("extra_attributes").path(0).asText()).isEqualTo("suppliers.country");
    }

    @Test
    void leavesSwitchesAsTheyAreWhereOneIsNotNamedRight() throws Exception {
        ObjectNode noName = object("{\"fields\": {\"drafts\": \"visible\", \"draft\": \"visible\"}}");
        ObjectNode noValue = object("{\"fields\": {\"drafts\": \"shown\"}}");

        assertThatThrownBy(() -> backstage.perform("switch", noName))
                .hasMessageStartingWith(
                        "Optiply has no switch `draft`. Switches: assembled_without_parts, comma_in_filter,");
        assertThatThrownBy(() -> backstage.perform("switch", noValue))
                .hasMessage("`drafts` is not `shown`. Choose from [hidden, visible].");
        assertThat(optiply.switches()).isEqualTo(OptiplySwitches.defaults());
    }

    @Test
    void wordsAFaultAsTheApiWordsItsOwnFailures() {
        String body = new String(optiply.failure(503).body(), StandardCharsets.UTF_8);

        assertThat(body).startsWith("{\"errors\":[{\"status\":\"503\"");
    }

    private static ObjectNode object(String json) throws Exception {
        return (ObjectNode) JSON.readTree(json);
    }
}
