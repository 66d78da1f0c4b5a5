package com.optiply.picqer.mapping.composition;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.RemoteId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A composed product in an Optiply that takes {@code assembled} of products with parts only. */
class WithoutPartsTest {
    private static final Subject KIT = new Subject(new RemoteId("7"), "KIT-7", null);
    private static final Attributes ASSEMBLED = attributes("{\"assembled\":true,\"status\":\"enabled\"}");
    private static final Attributes ORDINARY = attributes("{\"assembled\":false,\"status\":\"enabled\"}");

    @Test
    void aComposedProductIsHiddenAndSaysSo() {
        Send hidden = (Send) WithoutParts.hidden(Send.of(KIT, ASSEMBLED, List.of()));

        assertThat(hidden.attributes().json()).isEqualTo("{\"status\":\"disabled\"}");
        assertThat(hidden.adjustments()).containsExactly(WithoutParts.ADJUSTMENT);
    }

    @Test
    void anOrdinaryProductGoesAsItIs() {
        Send ordinary = Send.of(KIT, ORDINARY, List.of());

        assertThat(WithoutParts.hidden(ordinary)).isSameAs(ordinary);
    }

    @Test
    void whatKeepsAComposedProductOutOnlyHidesIt() {
        Filter filter = new Filter(KIT, FilterReason.INACTIVE, WhenSent.hiddenBy(ASSEMBLED));

        assertThat(((Filter) WithoutParts.hidden(filter)).whenSent().hiddenBy().json())
                .isEqualTo("{\"status\":\"disabled\"}");
    }

    @Test
    void whatKeepsAnOrdinaryProductOutStaysAsItIs() {
        Filter filter = new Filter(KIT, FilterReason.INACTIVE, WhenSent.hiddenBy(ORDINARY));

        assertThat(WithoutParts.hidden(filter)).isSameAs(filter);
    }

    @Test
    void isKnownByWhatOptiplyAcknowledged() {
        assertThat(WithoutParts.isHidden(attributes("{\"status\":\"disabled\"}")))
                .isTrue();
        assertThat(WithoutParts.isHidden(attributes("{\"status\":\"enabled\"}")))
                .isFalse();
        assertThat(WithoutParts.isHidden(attributes("{\"name\":\"Kit\"}"))).isFalse();
        assertThat(WithoutParts.isHidden(attributes("{\"assembled\":false,\"status\":\"disabled\"}")))
                .isFalse();
    }

    private static Attributes attributes(String json) {
        return Attributes.parse(json);
    }
}
