package com.optiply.picqer.mapping.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells with line breaks: which hold rows that an open quotation mark has swallowed, and which are only long. */
class SwallowedRowsTest {
    private static final SwallowedRows ROWS = in("skuCode", "supplierName", "preferred", "note");

    @Test
    void areFoundInACellOfOursByTheirCells() {
        assertThat(ROWS.firstIn(List.of("A-1", "Alpha,perhaps,\nA-2,Beta,maybe,\nA-3,Gamma", "TRUE", "")))
                .hasValue(1);
        assertThat(ROWS.firstIn(List.of("A-1", "Alpha", "TRUE\rA-2", "Beta", "TRUE", "")))
                .hasValue(1);
    }

    @Test
    void areFoundInAnyOtherCellByWhatTheySay() {
        assertThat(ROWS.firstIn(List.of("A-1", "Alpha", "TRUE", "19 inch\r\n\r\nA-2,Beta,nee,\r\nA-3")))
                .hasValue(2);
        assertThat(ROWS.firstIn(List.of("A-1", "Alpha", "TRUE", "dear, slow, rude\nand late, too, always, again")))
                .isEmpty();
    }

    @Test
    void areFoundBelowARowThatIsNone() {
        assertThat(ROWS.firstIn(List.of("A-1", "Alpha", "maybe", "open\nA-2,Beta,TRUE,x\nA-3,Beta,TRUE,17 rack")))
                .hasValue(1);
        assertThat(in("note", "skuCode", "supplierName", "preferred")
                        .firstIn(List.of("open,A-1,Alpha,maybe\nx,A-2,Beta,TRUE\n17 rack", "A-3", "Beta", "TRUE")))
                .hasValue(1);
    }

    @Test
    void areFoundBelowACellThatHoldsASeparator() {
        assertThat(ROWS.firstIn(List.of("A-1", "Acme, Inc", "TRUE", "open\nA-2,Bolt,TRUE,x\nA-3,Bolt,TRUE,17 rack")))
                .hasValue(1);
        assertThat(ROWS.firstIn(List.of("A-1", "Acme, Inc", "TRUE", "see\nthe mail, of May, or June")))
                .isEmpty();
    }

    @Test
    void areFoundByTheCellsThatTheRowHasTooMany() {
        assertThat(ROWS.firstIn(
                        List.of("A-1", "Acme, Inc", "TRUE", "open\n\nA-2,Bolt,TRUE,x\nA-3,Nut", " Ltd\"", "TRUE", "y")))
                .hasValue(2);
        assertThat(ROWS.firstIn(List.of("A-1", "Acme", "TRUE", "open\nA-2,Nut", " Ltd\"", "TRUE", "x")))
                .hasValue(1);
        assertThat(ROWS.firstIn(List.of("A-1", "Acme", "TRUE", "open", "more"))).isEmpty();
    }

    @Test
    void areNotTakenForThemWhereTheRowOnlyGoesOnBelow() {
        assertThat(ROWS.firstIn(List.of("A-1", "Alpha", "TRUE", ""))).isEmpty();
        assertThat(ROWS.firstIn(List.of("A-1\nold", "Alpha", "TRUE", ""))).isEmpty();
        assertThat(ROWS.firstIn(List.of("A-1", "Beta, Inc.\nTrading", "TRUE", "a, b")))
                .isEmpty();
        assertThat(ROWS.firstIn(List.of("A-1", "Alpha", "TRUE\n", ""))).isEmpty();
        assertThat(in("note", "skuCode", "supplierName", "preferred")
                        .firstIn(List.of("dear, slow, rude, far\nand late", "A-1", "Alpha", "TRUE")))
                .isEmpty();
    }

    @Test
    void areNotToldByCellsWithoutTextBehindTheRow() {
        assertThat(ROWS.firstIn(List.of("A-1", "Alpha", "TRUE", "first\nsecond", "")))
                .isEmpty();
        assertThat(ROWS.firstIn(List.of("A-1", "Alpha", "TRUE", "first\nsecond", " ", "")))
                .isEmpty();
        assertThat(ROWS.firstIn(List.of("A-1", "Acme", "TRUE", "open\nA-2,Nut", " Ltd\"", "TRUE", "")))
                .hasValue(1);
    }

    private static SwallowedRows in(String... header) {
        return new SwallowedRows(PreferenceColumns.in(List.of(header)).orElseThrow(), header.length, ',');
    }
}
