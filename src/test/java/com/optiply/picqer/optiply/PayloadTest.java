package com.optiply.picqer.optiply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private static final Instant READ_AT = Instant.parse("2026-03-02T08:11:04.987Z");

    @Test
    void wrapsTheAttributesAsOptiplyWantsThem() {
        Attributes attributes = Attributes.builder()
                .text("name", "Kettle ’1.7L’ 🧴")
                .decimal("price", new BigDecimal("24.90"))
                .whole("stockLevel", -41L)
                .flag("assembled", false)
                .build();

        assertThat(text(attributes, new RemoteId("10001"), READ_AT))
                .isEqualTo("{\"data\":{\"type\":\"products\",\"attributes\":{\"name\":\"Kettle ’1.7L’ \\uD83E\\uDDF4\","
                        + "\"price\":24.90,\"stockLevel\":-41,\"assembled\":false,\"remoteId\":\"10001\","
                        + "\"remoteDataSyncedToDate\":\"2026-03-02T08:11:04Z\"}}}");
    }

    @Test
    void namesNeitherRemoteIdNorDateWhereNoneIsGiven() {
        assertThat(text(Attributes.parse("{\"stockLevel\":37}"), null, null))
                .isEqualTo("{\"data\":{\"type\":\"products\",\"attributes\":{\"stockLevel\":37}}}");
    }

    @Test
    void sendsANullToClear() {
        assertThat(text(Attributes.parse("{\"eanCode\":null}"), null, null))
                .isEqualTo("{\"data\":{\"type\":\"products\",\"attributes\":{\"eanCode\":null}}}");
    }

    @Test
    void writesMoneyWithoutAnExponent() {
        Attributes large = Attributes.builder()
                .decimal("price", new BigDecimal("1E+6"))
                .decimal("least", new BigDecimal("0.00"))
                .build();

        assertThat(text(large, null, null)).contains("\"price\":1000000,\"least\":0.00");
    }

    @Test
    void leavesTheAttributesAsTheyWere() {
        Attributes attributes = Attributes.parse("{\"stockLevel\":37}");

        Payload.of(Kind.PRODUCTS, attributes, new RemoteId("1"), READ_AT);

        assertThat(attributes.json()).isEqualTo("{\"stockLevel\":37}");
    }

    private static String text(Attributes attributes, @Nullable RemoteId remoteId, @Nullable Instant syncedTo) {
        return new String(Payload.of(Kind.PRODUCTS, attributes, remoteId, syncedTo), StandardCharsets.UTF_8);
    }
}
