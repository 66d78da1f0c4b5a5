package com.optiply.picqer.mapping.buyorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderStatus;
import com.optiply.picqer.picqer.WarehouseId;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** mapping.md, "Writing out purchase orders", as far as the import looks for marks. */
class ExportMarkersTest {
    private final ExportMarkers ours = new ExportMarkers(List.of());
    private final ExportMarkers old = new ExportMarkers(List.of("Ordernummer Optiply: {id}"));

    @Test
    void whatTheExportWritesIsFoundAgain() {
        String marker = ExportMarkers.marker(new OptiplyId(2558903));

        assertThat(marker).isEqualTo("Optiply-2558903");
        assertThat(claimed(ours, marker, null)).containsExactly(2558903L);
        assertThat(claimed(ours, null, "Please call first.\n" + marker)).containsExactly(2558903L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Optiply-12", " Optiply-12", "Optiply-12  ", "Optiply-12\r\n", "\tOptiply-12\u00a0"})
    void blanksAndLineBreaksAroundTheMarkArePassedOver(String text) {
        assertThat(claimed(ours, text, null)).containsExactly(12L);
        assertThat(claimed(ours, null, text)).containsExactly(12L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optiply-12",
                "OPTIPLY-12",
                "Optiply 12",
                "Optiply -12",
                "Optiply- 12",
                "Optiply-012",
                "Optiply-0",
                "Optiply--12",
                "Optiply-12a",
                "Optiply-12.",
                "Optiply-12-3",
                "Optiply-1 2",
                "Optiply-1\n2",
                "Optiply-",
                "XOptiply-12",
                "2-Optiply-12",
                "Optiply-1234567890123456789",
                "Optiply-\u0661\u0662",
                ""
            })
    void aNearMissIsNoMark(String text) {
        assertThat(claimed(ours, text, null)).isEmpty();
        assertThat(claimed(ours, null, text)).isEmpty();
        assertThat(claimed(ours, null, "Please call first. " + text)).isEmpty();
    }

    @Test
    void aNumberThatBeginsLikeAnotherIsAnother() {
        assertThat(claimed(ours, "Optiply-123", null)).containsExactly(123L);
        assertThat(claimed(ours, "Optiply-12", null)).containsExactly(12L);
    }

    @Test
    void theReferenceIsTheMarkAndNothingElse() {
        assertThat(claimed(ours, "PO 7 Optiply-12", null)).isEmpty();
        assertThat(claimed(ours, "Optiply-12 PO 7", null)).isEmpty();
    }

    @Test
    void inRemarksTheMarkStandsAtTheEnd() {
        assertThat(claimed(ours, null, "Optiply-12 was cancelled")).isEmpty();
        assertThat(claimed(ours, null, "Optiply-12\nPlease call first.")).isEmpty();
        assertThat(claimed(ours, null, "Optiply-12 Optiply-13")).containsExactly(13L);
    }

    @Test
    void whoOverwritesTheReferenceLeavesTheMarkInTheRemarks() {
        assertThat(claimed(ours, "CONF-2025-77", "Optiply-12")).containsExactly(12L);
    }

    @Test
    void twoMarksAreTwoClaimsAndOneMarkTwiceIsOne() {
        assertThat(claimed(ours, "Optiply-12", "Optiply-13")).containsExactly(12L, 13L);
        assertThat(claimed(ours, "Optiply-12", "Optiply-12")).containsExactly(12L);
    }

    @Test
    void anOrderWithoutAWordClaimsNothing() {
        assertThat(claimed(old, null, null)).isEmpty();
    }

    @Test
    void oldMarksCountBesideOurs() {
        assertThat(claimed(old, null, "Ordernummer Optiply: 123456")).containsExactly(123456L);
        assertThat(claimed(old, "Ordernummer Optiply: 123456", null)).containsExactly(123456L);
        assertThat(claimed(old, "Optiply-7", "Ordernummer Optiply: 123456")).containsExactly(7L, 123456L);
        assertThat(claimed(ours, null, "Ordernummer Optiply: 123456")).isEmpty();
    }

    @Test
    void linesMayHaveBeenWrittenBelowAnOldMark() {
        assertThat(claimed(old, null, "Rush.\r\nOrdernummer Optiply: 12 \r\nCall first.\r\nThanks."))
                .containsExactly(12L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ordernummer Optiply: 12",
                "Ordernummer Optiply:12",
                "Ordernummer Optiply: 12x",
                "Ordernummer Optiply: 12 and 13",
                "Ordernummer Optiply: twelve",
                "DeOrdernummer Optiply: 12"
            })
    void aNearMissOfAnOldMarkIsNoMark(String remarks) {
        assertThat(claimed(old, remarks, remarks)).isEmpty();
    }

    @Test
    void theTextOfAPatternMeansItselfOnly() {
        ExportMarkers odd = new ExportMarkers(List.of("[a.c] (#{id})*"));

        assertThat(claimed(odd, null, "[a.c] (#12)*")).containsExactly(12L);
        assertThat(claimed(odd, null, "[abc] (#12)*")).isEmpty();
    }

    @Test
    void aBareNumberIsAMarkOnlyWhereNothingElseStands() {
        ExportMarkers bare = new ExportMarkers(List.of("{id}"));

        assertThat(claimed(bare, "12", null)).containsExactly(12L);
        assertThat(claimed(bare, null, "Boxes: 12")).isEmpty();
        assertThat(claimed(bare, null, "Call\n12\nfirst")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Optiply", "", "{id} of {id}"})
    void aPatternHoldsTheIdOnce(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExportMarkers(List.of(pattern)))
                .withMessageContaining("{id}");
    }

    private static List<Long> claimed(ExportMarkers markers, String supplierOrderid, String remarks) {
        LocalDateTime at = LocalDateTime.of(2025, 10, 8, 10, 1, 11);
        PicqerPurchaseOrder order = new PicqerPurchaseOrder(
                new PurchaseOrderId(5120),
                null,
                null,
                new WarehouseId(18),
                "20250117",
                supplierOrderid,
                PurchaseOrderStatus.PURCHASED,
                remarks,
                null,
                at,
                at,
                List.of());
        return markers.claimedBy(FoundPurchaseOrder.of(order)).stream()
                .map(OptiplyId::value)
                .toList();
    }
}
