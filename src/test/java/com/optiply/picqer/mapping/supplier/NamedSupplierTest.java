package com.optiply.picqer.mapping.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSupplierTest {

    @ParameterizedTest
    @ValueSource(strings = {"Waterworks BV", " waterworks bv ", "WATERWORKS BV", "Waterworks BV\n"})
    void isTheSameHoweverItsNameIsWritten(String name) {
        assertThat(named(name).remoteId().value()).isEqualTo("name:waterworks bv");
    }

    @Test
    void isTheSameInLettersThatHaveSeveralSmallForms() {
        assertThat(named("Gebr. Stra\u00dfer").remoteId())
                .isEqualTo(named("GEBR. STRASSER").remoteId());
    }

    @Test
    void isAnotherWhereMoreThanTheCaseDiffers() {
        assertThat(named("Waterworks B.V.").remoteId())
                .isNotEqualTo(named("Waterworks BV").remoteId());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void isNoneWithoutAName(String name) {
        assertThat(NamedSupplier.of(name)).isEmpty();
    }

    @Test
    void isSentUnderItsNameAndKeepsTheOneThatOptiplyHas() {
        Decision.Send send = named(" Waterworks BV").send();

        assertThat(send.subject()).isEqualTo(Subject.of("name:waterworks bv", "Waterworks BV"));
        assertThat(send.attributes().json()).isEqualTo("{\"name\":\"Waterworks BV\"}");
        assertThat(send.untouched()).containsExactlyInAnyOrder("name", "ignored");
    }

    private static NamedSupplier named(String name) {
        return NamedSupplier.of(name).orElseThrow();
    }
}
