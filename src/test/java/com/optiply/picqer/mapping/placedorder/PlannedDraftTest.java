package com.optiply.picqer.mapping.placedorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bears the mark of a planned order may be a copy of it, or no longer what was to be bought. */
class PlannedDraftTest {
    private static final PlannedDraft BY_ID = draft("\"idsupplier\":9");
    private static final PlannedDraft BY_NAME = draft("\"supplier_name\":\"Waterworks\"");

    @Test
    void itsSupplierItsMarkAndItsPiecesAreItOnWhateverLines() {
        assertThat(BY_ID.isIn(there("'idsupplier':9,'remarks':'Call first.\\nOptiply-12'", "[2,1],[1,3],[1,1]")))
                .isTrue();
        assertThat(BY_ID.isIn(there("'idsupplier':9,'supplier_orderid':'Optiply-12'", "[1,4],[2,1]")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,3],[1,1]", "[1,3],[1,1],[2,2]", "[1,3],[1,1],[3,1]", "[1,3],[1,1],[2,1],[2,1]", ""})
    void otherPiecesAreAnotherOrder(String lines) {
        assertThat(BY_ID.isIn(there("'idsupplier':9,'remarks':'Optiply-12'", lines)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'idsupplier':10,'remarks':'Optiply-12'",
                "'idsupplier':null,'supplier_name':'Waterworks','remarks':'Optiply-12'",
                "'idsupplier':9,'remarks':'OPT 12'",
                "'idsupplier':9,'remarks':'Optiply-121'",
                "'idsupplier':9"
            })
    void anotherSupplierOrAnotherMarkIsAnotherOrder(String header) {
        assertThat(BY_ID.isIn(there(header, "[1,1],[1,3],[2,1]"))).isFalse();
    }

    @Test
    void aSupplierThatHasNoIdIsToldByItsName() {
        String lines = "[1,1],[1,3],[2,1]";

        assertThat(BY_NAME.isIn(there("'supplier_name':' waterworks','remarks':'Optiply-12'", lines)))
                .isTrue();
        assertThat(BY_NAME.isIn(there("'supplier_name':'Other','remarks':'Optiply-12'", lines)))
                .isFalse();
        assertThat(BY_NAME.isIn(there("'idsupplier':9,'remarks':'Optiply-12'", lines)))
                .isFalse();
    }

    private static PlannedDraft draft(String supplier) {
        return PlannedDraft.of("{" + supplier + ",\"supplier_orderid\":\"Optiply-12\",\"products\":["
                + "{\"idproduct\":1,\"amount\":1},{\"idproduct\":1,\"amount\":3},{\"idproduct\":2,\"amount\":1}]}");
    }

    /** @param lines each as product and amount */
    private static FoundPurchaseOrder there(String header, String lines) {
        String products =
                lines.replaceAll("\\[(\\d),(\\d)\\]", "{'idpurchaseorder_product':88101,'idproduct':$1,'amount':$2}");
        String order = "{'idpurchaseorder':5120,'status':'concept'," + header + ",'products':[" + products + "]}";
        try {
            return FoundPurchaseOrder.read(new ObjectMapper().readTree(order.replace('\'', '"')))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
