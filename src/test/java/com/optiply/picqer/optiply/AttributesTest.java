package com.optiply.picqer.optiply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributesTest {

    @Test
    void sendsOnlyWhatDiffers() {
        assertThat(changes("{\"name\":\"Hose\",\"stockLevel\":10}", "{\"name\":\"Hose\",\"stockLevel\":20}"))
                .isEqualTo("{\"stockLevel\":20}");
    }

    @Test
    void sendsWhatIsNew() {
        assertThat(changes("{\"name\":\"Hose\"}", "{\"name\":\"Hose\",\"price\":1.50}"))
                .isEqualTo("{\"price\":1.50}");
    }

    @Test
    void clearsWhatIsGoneWithANull() {
        assertThat(changes("{\"name\":\"Hose\",\"eanCode\":\"871\"}", "{\"name\":\"Hose\"}"))
                .isEqualTo("{\"eanCode\":null}");
    }

    @Test
    void sendsNothingWhereNothingDiffersWhateverTheOrder() {
        assertThat(Attributes.parse("{\"a\":1,\"b\":true}")
                        .changesTo(Attributes.parse("{\"b\":true,\"a\":1}"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void tellsPricesOfOneScaleApartByTheirValueOnly() {
        Attributes sent =
                Attributes.builder().decimal("price", new BigDecimal("12.50")).build();

        assertThat(Attributes.parse(sent.json()).changesTo(sent).isEmpty()).isTrue();
        assertThat(changes("{\"price\":12.50}", "{\"price\":12.51}")).isEqualTo("{\"price\":12.51}");
    }

    @Test
    void aNumberIsNotTheTextOfIt() {
        assertThat(changes("{\"skuCode\":12}", "{\"skuCode\":\"12\"}")).isEqualTo("{\"skuCode\":\"12\"}");
    }

    @Test
    void wholeNumbersAreTheSameHoweverTheyCameToBe() {
        Attributes small = Attributes.builder().whole("stockLevel", 7L).build();
        Attributes large =
                Attributes.builder().whole("stockLevel", 5_000_000_000L).build();

        assertThat(Attributes.parse(small.json())).isEqualTo(small);
        assertThat(Attributes.parse(large.json())).isEqualTo(large);
    }

    @Test
    void makesChangesAndTakesAwayWhatTheyClear() {
        Attributes changed = Attributes.parse("{\"name\":\"Hose\",\"eanCode\":\"871\"}")
                .with(Attributes.parse("{\"eanCode\":null,\"stockLevel\":7}"));

        assertThat(changed.json()).isEqualTo("{\"name\":\"Hose\",\"stockLevel\":7}");
    }

    @Test
    void theChangesToATargetMakeThatTarget() {
        Attributes now = Attributes.parse("{\"name\":\"Hose\",\"eanCode\":\"871\",\"price\":1.00}");
        Attributes target = Attributes.parse("{\"name\":\"Pipe\",\"price\":1.00,\"stockLevel\":7}");

        assertThat(now.with(now.changesTo(target))).isEqualTo(target);
    }

    @Test
    void leavesOutWhatOthersName() {
        Attributes rest =
                Attributes.parse("{\"a\":1,\"b\":2,\"c\":3}").without(Attributes.parse("{\"b\":9,\"z\":null}"));

        assertThat(rest.json()).isEqualTo("{\"a\":1,\"c\":3}");
    }

    @Test
    void keepsWhatOthersNameWithANullForWhatIsNotThere() {
        Attributes before = Attributes.parse("{\"a\":1,\"b\":2}").only(Attributes.parse("{\"b\":9,\"z\":8}"));

        assertThat(before.json()).isEqualTo("{\"b\":2,\"z\":null}");
    }

    @Test
    void whatIsUnknownIsSentAgainAndClearedAgain() {
        Attributes unknown = Attributes.parse("{\"name\":\"Hose\",\"eanCode\":\"871\",\"stockLevel\":10}")
                .unknown(Set.of("eanCode", "stockLevel"));

        assertThat(unknown.changesTo(Attributes.parse("{\"name\":\"Hose\",\"stockLevel\":10}"))
                        .json())
                .isEqualTo("{\"stockLevel\":10,\"eanCode\":null}");
    }

    @Test
    void doesNotChangeWhatItWasMadeFrom() {
        Attributes attributes = Attributes.parse("{\"a\":1}");

        attributes.toNode().put("a", 2);
        attributes.with(Attributes.parse("{\"a\":3}"));
        attributes.without(Attributes.parse("{\"a\":1}"));

        assertThat(attributes.json()).isEqualTo("{\"a\":1}");
    }

    @Test
    void aBuilderThatIsUsedOnLeavesAloneWhatItBuilt() {
        Attributes.Builder builder = Attributes.builder().text("name", "Hose");
        Attributes built = builder.build();

        builder.text("name", "Pipe");

        assertThat(built.json()).isEqualTo("{\"name\":\"Hose\"}");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        Attributes attributes = Attributes.builder()
                .text("a", null)
                .whole("b", null)
                .decimal("c", null)
                .flag("d", false)
                .build();

        assertThat(attributes.json()).isEqualTo("{\"d\":false}");
    }

    @Test
    void isEqualByContentAndNotByOrder() {
        Attributes one = Attributes.parse("{\"a\":1,\"b\":2.00}");

        assertThat(one)
                .isEqualTo(Attributes.parse("{\"b\":2.00,\"a\":1}"))
                .hasSameHashCodeAs(Attributes.parse("{\"b\":2.00,\"a\":1}"))
                .isNotEqualTo(Attributes.parse("{\"a\":1}"))
                .isNotEqualTo(Attributes.parse("{\"a\":1,\"c\":2.00}"));
    }

    @Test
    void refusesAStateThatHoldsSomethingElse() {
        assertThatThrownBy(() -> Attributes.parse("{")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Attributes.parse("[]")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String changes(String before, String target) {
        return Attributes.parse(before).changesTo(Attributes.parse(target)).json();
    }
}
