package com.optiply.picqer.oracle;

import static com.optiply.picqer.oracle.Answers.attribute;
import static com.optiply.picqer.oracle.Answers.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.oracle.Settings.IgnoredOwner;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** mapping.md, "Suppliers" and "Supplier products". */
class SupplierRulesTest {
    private static final LocalDate NEW = LocalDate.of(2025, 1, 1);

    @Test
    void bothListsGoAndTheListSaysWhetherItIsIgnored() {
        SampleShop shop = new SampleShop().supplier(9401, "").inactiveSupplier(9402);

        assertThat(attributes(shop.verdict(Resource.SUPPLIERS, "9401")))
                .isEqualTo(Map.of("name", "Supplier 9401", "ignored", "false"));
        assertThat(attribute(shop.verdict(Resource.SUPPLIERS, "9402"), "ignored"))
                .isEqualTo("true");
    }

    @Test
    void aSupplierWithoutANameIsCalledByItsId() {
        assertThat(attribute(new SampleShop().supplier(9401, "name: '  '").verdict(Resource.SUPPLIERS, "9401"), "name"))
                .isEqualTo("9401");
    }

    @ParameterizedTest
    @CsvSource({"2024-09-23,, -", "2024-09-24,, false", "2024-09-23, PICQER, false", "2025-01-01, OPTIPLY, -"})
    void theFlagBelongsToOneSide(LocalDate since, IgnoredOwner owner, String ignored) {
        Settings settings = Variants.suppliers(since, false, owner, false);
        Verdict verdict = new SampleShop()
                .supplier(9401, "")
                .oracle(settings, History.none())
                .verdicts(Resource.SUPPLIERS)
                .get("9401");

        assertThat(attribute(verdict, "ignored")).isEqualTo(ignored);
    }

    @Test
    void theCountryGoesWhereItIsListed() {
        Verdict verdict = new SampleShop()
                .supplier(9401, "")
                .oracle(Variants.extras("suppliers.country"), History.none())
                .verdicts(Resource.SUPPLIERS)
                .get("9401");

        assertThat(attribute(verdict, "country")).isEqualTo("NL");
    }

    @Test
    void aFulfilmentKeyMakesSuppliersOfTheNamesOnOrders() {
        Oracle oracle = new SampleShop()
                .products(1)
                .purchaseOrder(5101, "idsupplier: null, supplier_name: ' Waterworks BV '", "88101: 2 x 1")
                .oracle(Variants.suppliers(NEW, false, null, true), History.none());

        assertThat(oracle.verdicts(Resource.SUPPLIERS)).containsOnlyKeys("name:waterworks bv");
        assertThat(attribute(oracle.verdicts(Resource.BUY_ORDERS).get("5101"), "supplierId"))
                .isEqualTo("name:waterworks bv");
    }

    @Test
    void thePairGoesWithTheSuppliersCodeOrElseTheProducts() {
        assertThat(attributes(pair("barcode: '871', minimum_purchase_quantity: 6, purchase_in_quantities_of: 3")))
                .isEqualTo(Map.ofEntries(
                        Map.entry("productId", "1"),
                        Map.entry("supplierId", "9401"),
                        Map.entry("name", "Product 1"),
                        Map.entry("skuCode", "SKU-1"),
                        Map.entry("articleCode", "SKU-1"),
                        Map.entry("eanCode", "871"),
                        Map.entry("price", "4.00"),
                        Map.entry("status", "enabled"),
                        Map.entry("minimumPurchaseQuantity", "6"),
                        Map.entry("lotSize", "3"),
                        Map.entry("preferred", "true")));
        assertThat(attribute(pair("productcode_supplier: 'GH-20'"), "skuCode")).isEqualTo("GH-20");
        assertThat(attribute(pair("productcode_supplier: null"), "articleCode")).isEqualTo("SKU-1");
    }

    @Test
    void quantitiesBelowOneAreNotSaid() {
        assertThat(attributes(pair("minimum_purchase_quantity: 0, purchase_in_quantities_of: -1")))
                .doesNotContainKeys("minimumPurchaseQuantity", "lotSize");
    }

    @Test
    void severalSuppliersLeaveThePreferredOneToOptiply() {
        Verdict verdict = new SampleShop()
                .products(1)
                .supplier(9401, "")
                .oracle(Variants.suppliers(NEW, true, null, false), History.none())
                .verdicts(Resource.SUPPLIER_PRODUCTS)
                .get("1_9401");

        assertThat(attributes(verdict)).doesNotContainKey("preferred");
    }

    @Test
    void thePairWaitsForItsEndsAndSharesTheProductsReason() {
        assertThat(pair("active: false").code()).isEqualTo("inactive");
        assertThat(pair("stock: null").code()).isEqualTo("waits_for_product");
        assertThat(pair("idsupplier: 9999").code()).isEqualTo("waits_for_supplier");
        assertThat(pair("idsupplier: null").code()).isEqualTo("no_supplier");
        assertThat(pair("purchase_in_quantities_of: '6'").code()).isEqualTo("unsettled");
    }

    @Test
    void aProductThatWasSentAndIsParkedNowStillHasItsPair() {
        Verdict verdict = new SampleShop()
                .product(1, "stock: null")
                .supplier(9401, "")
                .oracle(SampleShop.SETTINGS, History.none().sentBefore(Resource.PRODUCTS, "1"))
                .verdicts(Resource.SUPPLIER_PRODUCTS)
                .get("1_9401");

        assertThat(verdict.code()).isEqualTo("in_optiply");
    }

    @Test
    void extraFlagsAreTheProducts() {
        Verdict verdict = new SampleShop()
                .product(1, "type: 'composition_with_stock'")
                .supplier(9401, "")
                .oracle(Variants.extras("supplierProducts.assembled"), History.none())
                .verdicts(Resource.SUPPLIER_PRODUCTS)
                .get("1_9401");

        assertThat(attribute(verdict, "assembled")).isEqualTo("true");
        assertThat(attribute(verdict, "unlimitedStock")).isEqualTo("-");
    }

    private static Verdict pair(String twist) {
        return new SampleShop()
                .product(1, twist)
                .supplier(9401, "")
                .oracle()
                .verdicts(Resource.SUPPLIER_PRODUCTS)
                .values()
                .iterator()
                .next();
    }
}
