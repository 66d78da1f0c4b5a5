package com.optiply.picqer.optiply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KindTest {

    @Test
    void aProductIsLookedUpByItsSku() {
        assertThat(Kind.PRODUCTS.naturalKey(Attributes.parse("{\"name\":\"Hose\",\"skuCode\":\"S-1\"}")))
                .contains(NaturalKey.of("skuCode", "S-1"));
    }

    @Test
    void aProductWithoutASkuIsLookedUpByItsName() {
        assertThat(Kind.PRODUCTS.naturalKey(Attributes.parse("{\"name\":\"Hose\",\"skuCode\":\"\"}")))
                .contains(NaturalKey.of("name", "Hose"));
    }

    @Test
    void aProductWithNeitherHasNoNaturalKeyButCanBeLookedUp() {
        Attributes nameless = Attributes.parse("{\"name\":\"\"}");

        assertThat(Kind.PRODUCTS.naturalKey(nameless)).isEmpty();
        assertThat(Kind.PRODUCTS.lookupKey(nameless)).isEqualTo(NaturalKey.of("name", ""));
    }
}
