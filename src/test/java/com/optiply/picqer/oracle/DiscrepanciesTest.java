package com.optiply.picqer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which an account can be wrong is found, and said in one line. */
class DiscrepanciesTest {
    private final SampleShop shop = new SampleShop()
            .products(1, 2)
            .product(3, "active: false")
            .product(10, "type: 'composition_with_stock', assembled: true")
            .part(10, 1, "2")
            .supplier(9401, "")
            .purchaseOrder(5101, "delivery_date: '2025-10-21'", "88101: 3 x 1, price: 2", "88102: 3 x 1, price: 2")
            .purchaseOrder(5102, "status: 'concept'", "88103: 1 x 2")
            .order(801, "", "551001: 1 x 1, price: 5", "551002: 2 x 2, price: 4")
            .order(802, "status: 'cancelled'", "551003: 1 x 1")
            .receipt(33001, "", "90401: 2 x 1, idpurchaseorder_product: 88101");
    private final FaithfulAccount account = FaithfulAccount.of(shop.oracle());

    @Test
    void aFaithfulAccountHasNone() {
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PRODUCTS, 1, product 1",
        "SUPPLIERS, 9401, supplier 9401",
        "SUPPLIER_PRODUCTS, 1_9401, supplier product 1_9401",
        "COMPOSITIONS, 10_1, part 10_1",
        "BUY_ORDERS, 5101, buy order 5101",
        "SELL_ORDERS, 801, sell order 801",
        "RECEIPT_LINES, 90401, receipt line 90401"
    })
    void aMissingRecordIsNamedAndSoIsOneThatIsThereTwice(Resource resource, String key, String name) {
        long twin = account.repeat(account.id(resource, key));
        assertThat(shop.oracle().compare(resource, account.read(shop.build())).differences())
                .containsExactly(name + ": Optiply holds it 2 times");

        account.remove(twin);
        account.remove(account.id(resource, key));
        Account without = account.read(shop.build());
        assertThat(shop.oracle().compare(resource, without).differences())
                .containsExactly(name + ": it is missing: Optiply holds it 0 times");
    }

    @ParameterizedTest
    @CsvSource({
        "PRODUCTS, 1, stockLevel, 8",
        "SUPPLIERS, 9401, ignored, true",
        "SUPPLIER_PRODUCTS, 1_9401, preferred, false",
        "COMPOSITIONS, 10_1, partQuantity, 3",
        "BUY_ORDERS, 5101, completed, 2025-10-09T07:00:00Z",
        "BUY_ORDERS, 5101, placed, 2025-10-08T10:01:11Z",
        "SELL_ORDERS, 801, totalValue, 13.00",
        "RECEIPT_LINES, 90401, occurred, 2025-10-10T12:00:00Z"
    })
    void aWrongAttributeIsNamedWithBothValues(Resource resource, String key, String attribute, String value) {
        JsonNode right = account.attributes(account.id(resource, key)).get(attribute);
        account.attributes(account.id(resource, key)).put(attribute, value);

        assertThat(found())
                .containsExactly(
                        "%s %s: %s is \"%s\", not %s".formatted(resource.noun(), key, attribute, value, right));
    }

    @Test
    void valuesInOptiplysFormAreTheSame() {
        account.attributes(account.id(Resource.PRODUCTS, "1")).put("price", "10.000");
        account.attributes(account.id(Resource.BUY_ORDERS, "5101")).put("placed", "2025-10-08T10:01:11.000+02:00");

        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PRODUCTS, 77, invented product:",
        "SUPPLIERS, 77, invented supplier:",
        "SUPPLIER_PRODUCTS, 1_77, invented supplier product:",
        "BUY_ORDERS, 77, invented buy order:",
        "SELL_ORDERS, 77, invented sell order:",
        "RECEIPT_LINES, 77, invented receipt line:",
        "PRODUCTS, 3, 'product 3: it is inactive, was never sent and is in Optiply:'",
        "BUY_ORDERS, 5102, 'buy order 5102: it is concept, was never sent and is in Optiply:'",
        "SELL_ORDERS, 802, 'sell order 802: it is cancelled, was never sent and is in Optiply:'"
    })
    void aRecordThatMustNotBeThereIsFound(Resource resource, String key, String sentence) {
        account.put(resource, key, Map.of());

        assertThat(found()).singleElement().asString().startsWith(sentence);
    }

    @Test
    void aRecordOfOursWithoutARemoteIdIsInventedAndAPersonsIsNot() {
        long id = account.put(Resource.PRODUCTS, "77", Map.of());
        account.attributes(id).putObject("remoteIdMap");
        assertThat(found()).singleElement().asString().startsWith("invented product without a remote id:");

        account.attributes(id).put("createdFromPublicApi", false);
        assertThat(found()).isEmpty();
    }

    @Test
    void anotherCouplingsRecordsAreItsOwn() {
        long id = account.put(Resource.PRODUCTS, "77", Map.of());
        account.attributes(id).putObject("remoteIdMap").put("1", "77");

        assertThat(found()).isEmpty();
    }

    @Test
    void aWrongLineOfABuyOrderIsNamedAmongThoseOfItsProduct() {
        account.attributes(account.lineId("5101/88101")).put("subtotalValue", "6.50");

        assertThat(found())
                .containsExactly("buy order 5101: line of product 1: subtotalValue is \"6.50\", not \"6.00\"");
    }

    @Test
    void aWrongDateOfALineIsNamed() {
        account.attributes(account.lineId("5101/88101")).put("expectedDeliveryDate", "2025-10-22T22:00:00Z");

        assertThat(found())
                .containsExactly("buy order 5101: line of product 1: expectedDeliveryDate is"
                        + " \"2025-10-22T22:00:00Z\", not \"2025-10-20T22:00:00Z\"");
    }

    @Test
    void aLineOfAnotherProductIsOneTooManyAndOneTooFew() {
        account.attributes(account.lineId("5101/88101")).put("productId", account.id(Resource.PRODUCTS, "2"));

        assertThat(found())
                .anyMatch(what -> what.startsWith("buy order 5101: line of product 1: it is missing"))
                .anyMatch(what -> what.startsWith("buy order 5101: a line too many of product 2"));
    }

    @Test
    void aLineUnderARemoteIdThatItsOrderDoesNotHaveIsFound() {
        account.attributes(account.lineId("5101/88101"))
                .putObject("remoteIdMap")
                .put("9021", "88199");

        assertThat(found()).anyMatch(what -> what.startsWith("buy order 5101: a line too many of product 1"));
    }

    @Test
    void aLineTooManyAndALineTooFewAreFound() {
        account.repeat(account.lineId("5101/88102"));
        account.repeat(account.lineId("801/551001"));
        account.remove(account.lineId("801/551002"));

        assertThat(found())
                .hasSize(3)
                .anyMatch(what -> what.startsWith("buy order 5101: a line too many of product 1"))
                .anyMatch(what -> what.startsWith("sell order 801: a line too many of product 1"))
                .anyMatch(what -> what.startsWith("sell order 801: line of product 2: it is missing"));
    }

    @Test
    void aWrongSellOrderLineIsNamed() {
        account.attributes(account.lineId("801/551002")).put("quantity", 3);

        assertThat(found()).containsExactly("sell order 801: line of product 2: quantity is 3, not 2");
    }

    @Test
    void aDeliveryOnTheWrongLineIsFound() {
        long other = account.lineId("5101/88102");
        account.attributes(other).putObject("remoteIdMap").put("9021", "88102");
        account.attributes(account.id(Resource.RECEIPT_LINES, "90401")).put("buyOrderLineId", other);

        assertThat(found())
                .containsExactly("receipt line 90401: it is a delivery of buy order line " + other
                        + ", which is [5101/88102], not 5101/88101");
    }

    @Test
    void aReferenceToTheWrongRecordIsFound() {
        long pair = account.id(Resource.SUPPLIER_PRODUCTS, "1_9401");
        account.attributes(pair).put("productId", account.id(Resource.PRODUCTS, "2"));

        assertThat(found()).containsExactly("supplier product 1_9401: productId is \"2\", not \"1\"");
    }

    private List<String> found() {
        return shop.oracle().differences(account.read(shop.build()));
    }
}
