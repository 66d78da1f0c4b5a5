package com.optiply.picqer.flow.export;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingTest {
    /** Without a status, or with one that nobody knows, it is the concept that we made. */
    @ParameterizedTest
    @CsvSource({"concept, true", "purchased, false", "received, false", "cancelled, false", "waiting, true", ", true"})
    void whatWeCreatedIsMarkedUnlessItIsKnownToBeOrdered(String status, boolean isDue) {
        FoundPurchaseOrder created = FoundPurchaseOrder.read(order(status)).orElseThrow();

        assertThat(Marking.isDueFor(created, false)).isEqualTo(isDue);
        assertThat(Marking.isDueFor(created, true))
                .as("where it stays a concept")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "concept, DUE, NOT_DUE",
        "purchased, NOT_DUE, NOT_DUE",
        "received, NOT_DUE, NOT_DUE",
        "cancelled, NOT_DUE, NOT_DUE",
        "waiting, UNKNOWN, UNKNOWN",
        ", UNKNOWN, UNKNOWN"
    })
    void whatAnEarlierRunCreatedMovesOnOnlyWithAStatusThatIsKnown(String status, Marking ordered, Marking asConcept) {
        assertThat(Marking.afterRead(new PicqerAnswer(200, order(status)), false))
                .isEqualTo(ordered);
        assertThat(Marking.afterRead(new PicqerAnswer(200, order(status)), true))
                .isEqualTo(asConcept);
    }

    @Test
    void anAnswerWithoutAnOrderSaysNothingAndANotFoundSaysThatItIsGone() {
        assertThat(Marking.afterRead(new PicqerAnswer(200, null), false)).isEqualTo(Marking.UNKNOWN);
        assertThat(Marking.afterRead(new PicqerAnswer(200, fields()), false)).isEqualTo(Marking.UNKNOWN);
        assertThat(Marking.afterRead(new PicqerAnswer(404, fields()), false)).isEqualTo(Marking.GONE);
        assertThat(Marking.afterRead(new PicqerAnswer(410, null), false)).isEqualTo(Marking.GONE);
    }

    private static ObjectNode order(String status) {
        ObjectNode order = fields().put("idpurchaseorder", 7);
        return status == null ? order : order.put("status", status);
    }
}
