package com.optiply.picqer.optiply;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.DoorSamples;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptiplyRecordTest {
    private static final OptionalLong COUPLING = OptionalLong.of(9021);

    @Test
    void readsIdAndUuid() {
        OptiplyRecord record = read("{\"id\":\"28666283\",\"attributes\":{\"uuid\":\"0f3c\",\"name\":\"Kettle\"}}")
                .orElseThrow();

        assertThat(record.id()).isEqualTo(new OptiplyId(28666283));
        assertThat(record.uuid()).isEqualTo("0f3c");
        assertThat(record.attributes().path("name").asText()).isEqualTo("Kettle");
    }

    @Test
    void takesAnIdThatComesAsANumber() {
        assertThat(read("{\"id\":28666283}").orElseThrow().id()).isEqualTo(new OptiplyId(28666283));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":null}",
                "{\"id\":\"\"}",
                "{\"id\":\"a1\"}",
                "{\"id\":\"-1\"}",
                "null",
                "{\"id\":\"1234567890123456789\"}"
            })
    void isNoneWithoutAnIdThatIsANumber(String data) {
        assertThat(read(data)).isEmpty();
    }

    @Test
    void knowsItsRemoteIdByOurCouplingOnly() {
        OptiplyRecord record = read("{\"id\":\"1\",\"attributes\":{\"remoteIdMap\":{\"9021\":\"10001\"}}}")
                .orElseThrow();

        assertThat(record.remoteId(COUPLING)).contains(new RemoteId("10001"));
        assertThat(record.remoteId(OptionalLong.of(4711))).isEmpty();
        assertThat(record.remoteId(OptionalLong.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"remoteIdMap\":null}", "{\"remoteIdMap\":{}}", "{\"remoteIdMap\":{\"9021\":null}}"})
    void hasNoRemoteIdWhereTheMapDoesNotSay(String attributes) {
        OptiplyRecord record =
                read("{\"id\":\"1\",\"attributes\":" + attributes + "}").orElseThrow();

        assertThat(record.remoteId(COUPLING)).isEmpty();
    }

    @Test
    void readsAWholeList() {
        assertThat(OptiplyRecord.readAll(DoorSamples.read("{\"data\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"meta\":{}}"))
                        .orElseThrow())
                .extracting(OptiplyRecord::id)
                .containsExactly(new OptiplyId(1), new OptiplyId(2));
        assertThat(OptiplyRecord.readAll(DoorSamples.read("{\"data\":[]}"))).contains(List.of());
    }

    @Test
    void takesAnAnswerThatIsNoListForNone() {
        assertThat(OptiplyRecord.readAll(null)).isEmpty();
        assertThat(OptiplyRecord.readAll(DoorSamples.read("{\"data\":{\"id\":\"1\"}}")))
                .isEmpty();
    }

    @Test
    void takesAListForNoneWhereARecordBearsNoId() {
        assertThat(OptiplyRecord.readAll(DoorSamples.read("{\"data\":[{\"id\":\"1\"},{}]}")))
                .isEmpty();
    }

    private static Optional<OptiplyRecord> read(String json) {
        return OptiplyRecord.read(DoorSamples.read(json));
    }
}
