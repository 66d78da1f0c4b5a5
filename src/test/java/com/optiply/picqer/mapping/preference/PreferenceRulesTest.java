package com.optiply.picqer.mapping.preference;

import static com.optiply.picqer.mapping.preference.PreferenceRules.Step.NOTHING;
import static com.optiply.picqer.mapping.preference.PreferenceRules.Step.OPTIPLY;
import static com.optiply.picqer.mapping.preference.PreferenceRules.Step.OPTIPLY_IN_SPITE;
import static com.optiply.picqer.mapping.preference.PreferenceRules.Step.PICQER_FIRST;
import static com.optiply.picqer.mapping.preference.PreferenceRules.Step.TAKE_AWAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.preference.PreferenceRules.Facts;
import com.optiply.picqer.mapping.supplier.SupplierNames;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a row of preferred suppliers. */
class PreferenceRulesTest {

    @Test
    void findsTheColumnsInAnyOrderAndCase() {
        assertThat(PreferenceColumns.in(List.of("note", "PREFERRED", " skucode ", "SupplierName")))
                .contains(new PreferenceColumns(2, 3, 1));
    }

    @Test
    void saysWhichColumnsAreMissingAndWhichThereAre() {
        assertThat(PreferenceColumns.problem(List.of("sku", "supplierName")))
                .contains("The columns `skuCode`, `preferred` are missing; the first row has `sku`, `supplierName`.");
        assertThat(PreferenceColumns.problem(List.of("skuCode", "supplierName", "preferred", "Preferred")))
                .contains("The column `preferred` stands in the first row more than once.");
    }

    @Test
    void doesNotNameColumnsWithoutANameNorMoreThanTwenty() {
        List<String> twenty = Collections.nCopies(20, "x");
        List<String> more = Collections.nCopies(21, "x");

        assertThat(PreferenceColumns.problem(List.of("sku", " ", "", "supplierName", "preferred")))
                .contains("The column `skuCode` is missing; the first row has `sku`, `supplierName`, `preferred`.");
        assertThat(PreferenceColumns.problem(twenty).orElseThrow()).endsWith("`x`.");
        assertThat(PreferenceColumns.problem(more).orElseThrow()).endsWith("`x` and more.");
    }

    @ParameterizedTest
    @CsvSource({
        "TRUE,true",
        "waar,true",
        "1,true",
        "False,false",
        "ONWAAR,false",
        "0,false",
        "Nee,false",
        "WAHR,true",
        "FALSCH,false",
        "VRAI,true",
        "FAUX,false"
    })
    void readsFlagsAsPeopleAndSpreadsheetsWriteThem(String written, boolean isPreferred) {
        assertThat(PreferenceReading.of("A-1", "Alpha", written).row())
                .isEqualTo(new PreferenceRow("A-1", "Alpha", isPreferred));
    }

    @Test
    void rejectsWhatSaysNothing() {
        assertThat(reason("", "Alpha", "TRUE")).isEqualTo(PreferenceReason.NO_SKU);
        assertThat(reason("A-1", "", "TRUE")).isEqualTo(PreferenceReason.NO_SUPPLIER_NAME);
        assertThat(reason("A-1", "Alpha", "")).isEqualTo(PreferenceReason.BAD_PREFERRED);
        assertThat(reason("A-1", "Alpha", "perhaps")).isEqualTo(PreferenceReason.BAD_PREFERRED);
        assertThat(reason("A".repeat(256), "Alpha", "TRUE")).isEqualTo(PreferenceReason.TOO_LONG);
    }

    @Test
    void takesTextsOf255CharactersAndTellsWhichIsLonger() {
        String longest = "A".repeat(255);

        assertThat(PreferenceReading.of(longest, longest, "TRUE").row())
                .isEqualTo(new PreferenceRow(longest, longest, true));
        assertThat(detail(longest + "A", "Alpha", "TRUE")).isEqualTo("skuCode");
        assertThat(detail(longest, longest + "A", "TRUE")).isEqualTo("supplierName");
    }

    @Test
    void showsTheFirst40CharactersOfWhatIsNoFlag() {
        assertThat(detail("A-1", "Alpha", "x".repeat(40))).isEqualTo("x".repeat(40));
        assertThat(detail("A-1", "Alpha", "x".repeat(41))).isEqualTo("x".repeat(40) + "...");
    }

    private static String detail(String sku, String supplier, String preferred) {
        return PreferenceReading.of(sku, supplier, preferred).rejection().detail();
    }

    private static PreferenceReason reason(String sku, String supplier, String preferred) {
        return PreferenceReading.of(sku, supplier, preferred).rejection().reason();
    }

    @Test
    void takesANameAsItStandsBeforeItLooksPastCaseAndBlanks() {
        SupplierNames names = new SupplierNames(List.of(
                named(1, "Alpha BV"),
                named(2, "ALPHA BV"),
                named(3, "Beta"),
                named(3, "Beta Trading"),
                named(4, "Twin"),
                named(5, "Twin"),
                named(6, "Delta"),
                named(6, "Delta")));

        assertThat(names.find("Alpha BV")).extracting(one -> one.id().value()).containsExactly("1");
        assertThat(names.find("alpha  bv")).hasSize(2);
        assertThat(names.find("beta trading"))
                .extracting(one -> one.id().value())
                .containsExactly("3");
        assertThat(names.find("Twin")).hasSize(2);
        assertThat(names.find("Delta")).as("called so by both programs").hasSize(1);
        assertThat(names.find("Gamma")).isEmpty();
    }

    @Test
    void takesANameThatIsTheSameOnOrdersForTheSame() {
        SupplierNames names = new SupplierNames(List.of(named(1, "Gebr. Stra\u00dfer")));

        assertThat(names.find("GEBR.  STRASSER")).containsExactly(named(1, "Gebr. Stra\u00dfer"));
    }

    private static SupplierNames.Named named(long id, String name) {
        return new SupplierNames.Named(new RemoteId(Long.toString(id)), new OptiplyId(100 + id), name);
    }

    @Test
    void tellsPicqerOnlyWherePicqerDecidesAndNamesAnother() {
        assertThat(PreferenceRules.step(true, facts(false, true, false, true))).isEqualTo(PICQER_FIRST);
        assertThat(PreferenceRules.step(true, facts(true, true, false, true))).isEqualTo(PICQER_FIRST);
        assertThat(PreferenceRules.step(true, facts(false, true, true, true))).isEqualTo(OPTIPLY);
        assertThat(PreferenceRules.step(true, facts(true, true, true, true))).isEqualTo(NOTHING);
        assertThat(PreferenceRules.step(true, facts(true, false, true, true))).isEqualTo(OPTIPLY);
        assertThat(PreferenceRules.step(true, facts(false, true, false, false))).isEqualTo(OPTIPLY_IN_SPITE);
        assertThat(PreferenceRules.step(true, new Facts(false, true, false, true, true, false)))
                .isEqualTo(OPTIPLY);
    }

    @Test
    void takesAwayOnlyWhatIsThere() {
        assertThat(PreferenceRules.step(false, facts(true, true, true, true))).isEqualTo(TAKE_AWAY);
        assertThat(PreferenceRules.step(false, facts(false, true, true, true))).isEqualTo(NOTHING);
    }

    @Test
    void looksAgainAtWhatARunLeftBehind() {
        assertThat(PreferenceRules.step(true, new Facts(true, true, true, false, true, true)))
                .isEqualTo(PICQER_FIRST);
        assertThat(PreferenceRules.step(true, new Facts(true, true, false, true, true, true)))
                .isEqualTo(OPTIPLY);
        assertThat(PreferenceRules.step(false, new Facts(false, true, true, false, true, true)))
                .isEqualTo(TAKE_AWAY);
    }

    private static Facts facts(boolean isPreferred, boolean isOnlyOne, boolean isPicqers, boolean mayTellPicqer) {
        return new Facts(isPreferred, isOnlyOne, isPicqers, false, mayTellPicqer, false);
    }
}
