package com.optiply.picqer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What only the past can tell is told, and then asked of the account. */
class HistoryTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SampleShop shop = new SampleShop()
            .products(1)
            .product(3, "active: false")
            .product(10, "type: 'composition_with_stock', assembled: true")
            .part(10, 1, "2")
            .supplier(9401, "")
            .purchaseOrder(5101, "delivery_date: '2025-10-21'", "88101: 3 x 1, price: 2")
            .order(802, "status: 'cancelled'", "551003: 1 x 1")
            .receipt(33001, "", "90401: 2 x 1, idpurchaseorder_product: 88101")
            .receipt(33002, "", "90402: 2 x 1, reverted_at: '2025-10-11 09:00:00'");
    private final FaithfulAccount account = FaithfulAccount.of(shop.oracle());

    @Test
    void aDisabledProductThatWasSentMustBeHidden() {
        History history = History.none().sentBefore(Resource.PRODUCTS, "3");
        long id = account.put(Resource.PRODUCTS, "3", Map.of("status", JSON.textNode("enabled")));

        assertThat(found(history)).containsExactly("product 3: it is inactive and still shown");
        assertThat(found(history.heldBack(Resource.PRODUCTS, "3"))).isEmpty();

        account.attributes(id).put("status", "disabled");
        assertThat(found(History.none().sentBefore(Resource.PRODUCTS, "3"))).isEmpty();
    }

    @Test
    void aProductGoneFromPicqerMustBeDisabled() {
        History history = History.none().gone(Resource.PRODUCTS, "7");
        long id = account.put(Resource.PRODUCTS, "7", Map.of("status", JSON.textNode("enabled")));
        assertThat(found(history)).singleElement().asString().startsWith("gone from Picqer and still shown:");

        account.attributes(id).put("status", "disabled");
        assertThat(found(history)).isEmpty();
    }

    @Test
    void aRemovedSupplierMustBeDeletedUnlessAPersonIsAsked() {
        History history = History.none().gone(Resource.SUPPLIERS, "9409");
        account.put(Resource.SUPPLIERS, "9409", Map.of());

        assertThat(found(history)).singleElement().asString().startsWith("gone from Picqer and still shown:");
        assertThat(found(history.heldBack(Resource.SUPPLIERS, "9409"))).isEmpty();
    }

    @Test
    void theFormerPairOfAProductMustBeDisabledUnlessThereAreSeveralSuppliers() {
        History history = History.none().sentBefore(Resource.SUPPLIER_PRODUCTS, "1_9409");
        account.put(Resource.SUPPLIER_PRODUCTS, "1_9409", Map.of("status", JSON.textNode("enabled")));
        Settings several = Variants.suppliers(LocalDate.of(2025, 1, 1), true, null, false);

        assertThat(found(history)).singleElement().asString().startsWith("gone from Picqer and still shown:");
        assertThat(shop.oracle(several, history).differences(account.read(shop.build())))
                .isEmpty();
    }

    @Test
    void aRemovedPartMustBeDeleted() {
        JsonNode composed = JSON.textNode("10");
        account.put(Resource.COMPOSITIONS, "10_10", Map.of("composedProductId", composed, "partProductId", composed));
        assertThat(found(History.none())).singleElement().asString().startsWith("invented part:");
        assertThat(found(History.none().sentBefore(Resource.COMPOSITIONS, "10_10")))
                .singleElement()
                .asString()
                .startsWith("gone from Picqer and still shown:");
    }

    @Test
    void aCancelledOrderAndARevertedDeliveryMustBeDeleted() {
        History history =
                History.none().sentBefore(Resource.SELL_ORDERS, "802").sentBefore(Resource.RECEIPT_LINES, "90402");
        account.put(Resource.SELL_ORDERS, "802", Map.of());
        account.put(Resource.RECEIPT_LINES, "90402", Map.of());

        assertThat(found(history))
                .containsExactly(
                        "sell order 802: it is cancelled and still shown",
                        "receipt line 90402: it is reverted and still shown");
    }

    @Test
    void anOrderThatAPersonDeletedWaitsForThatPersonAndSoDoItsDeliveries() {
        account.remove(account.id(Resource.BUY_ORDERS, "5101"));
        account.remove(account.id(Resource.RECEIPT_LINES, "90401"));
        History history = History.none().deletedInOptiply(Resource.BUY_ORDERS, "5101");

        assertThat(found(history)).isEmpty();
        assertThat(shop.oracle(SampleShop.SETTINGS, history)
                        .verdicts(Resource.RECEIPT_LINES)
                        .get("90401")
                        .code())
                .isEqualTo("waits_for_order");
    }

    @Test
    void aLineThatAPersonDeletedIsNotMissed() {
        account.remove(account.lineId("5101/88101"));
        account.remove(account.id(Resource.RECEIPT_LINES, "90401"));

        assertThat(found(History.none()
                        .deletedInOptiply(Resource.BUY_ORDER_LINES, "88101")
                        .deletedInOptiply(Resource.RECEIPT_LINES, "90401")))
                .isEmpty();
    }

    @Test
    void aNameThatWaitsForSundayIsTold() {
        JsonNode old = JSON.textNode("Old name");
        account.attributes(account.id(Resource.SUPPLIERS, "9401")).set("name", old);

        assertThat(found(History.none())).hasSize(1);
        assertThat(found(History.none().stillHolds(Resource.SUPPLIERS, "9401", "name", old)))
                .isEmpty();
    }

    /** It keeps its moment, and a date of delivery counts as a day; amounts are Picqer's. */
    @Test
    void anOrderThatOptiplyMadeIsKnownWithoutARemoteId() {
        long id = account.id(Resource.BUY_ORDERS, "5101");
        account.attributes(id).put("createdFromPublicApi", false).put("placed", "2025-10-07T07:00:00Z");
        account.attributes(id).put("expectedDeliveryDate", "2025-10-21T07:00:00Z");
        account.attributes(id).putObject("remoteIdMap");
        History history = History.none().exported(5101, id);
        assertThat(found(history)).isEmpty();

        account.attributes(account.lineId("5101/88101")).put("quantity", 4);
        assertThat(found(history)).containsExactly("buy order 5101: line of product 1: quantity is 4, not 3");
    }

    @Test
    void trustingTheAccountStillFindsWhatIsInvented() {
        account.put(Resource.PRODUCTS, "3", Map.of("status", JSON.textNode("disabled")));
        account.put(Resource.PRODUCTS, "77", Map.of());
        History history = History.none().trusting(account.read(shop.build()));

        assertThat(found(history)).singleElement().asString().startsWith("invented product:");
    }

    private List<String> found(History history) {
        return shop.oracle(SampleShop.SETTINGS, history).differences(account.read(shop.build()));
    }
}
