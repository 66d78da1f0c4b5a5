package com.optiply.picqer.sandbox.optiply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptiplyValidationTest {
    private static final String KETTLE = "{'name':'Kettle','stockLevel':1,'unlimitedStock':false";

    private final Client client = Client.loggedIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "products | 'stockLevel':5.0",
                "products | 'stockLevel':'5'",
                "products | 'stockLevel':'nan'",
                "products | 'stockLevel':99999999999999999999",
                "products | 'unlimitedStock':'true'",
                "products | 'notBeingBought':['true']",
                "products | 'price':'nan'",
                "products | 'price':1e999999999",
                "products | 'createdAtRemote':'2026-03-01'",
                "products | 'name':{}",
                "suppliers | 'emails':'a@b.example'",
                "supplierProducts | 'productId':'nan'",
                "supplierProducts | 'productId':1.5",
                "sellOrders | 'orderLines':{}",
            })
    void failsOnAValueOfTheWrongForm(String resource, String attribute) {
        Client.Answer answer = client.post(resource, "{" + attribute + "}");

        assertThat(client.shop.count(resource)).isZero();
        String name = attribute.split("'")[1];
        assertThat(answer.text())
                .isEqualTo("{\"errors\":[{\"status\":\"500\",\"title\":\"Resource error\","
                        + "\"detail\":\"Cannot read the value of " + name + "\","
                        + "\"meta\":{\"message\":\"Cannot read the value of " + name + "\"}}]}");
    }

    @ParameterizedTest
    @CsvSource({"name, must not be null", "stockLevel, must not be null", "unlimitedStock, must not be null"})
    void tellsAllThatIsMissingAtOnce(String attribute, String violation) {
        Client.Answer answer = client.post("products", "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors")).hasSize(3);
        assertThat(answer.text()).contains("\"detail\":\"" + attribute + " " + violation + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'name':null | name must not be null",
                "'name':'two\\nlines' | name must not contain line breaks",
                "'status':'ENABLED' | status must be one of [enabled, disabled]",
                "'status':null | status must not be null",
                "'ignored':null | ignored must not be null",
                "'price':-0.01 | price must be greater than or equal to 0",
                "'price':'10000000' | price must be less than or equal to 9999999.99",
                "'price':1.005 | price numeric value out of bounds (<17 digits>.<2 digits> expected)",
                "'stockLevel':10000000 | stockLevel must be less than or equal to 9999999",
                "'minimumStock':-1 | minimumStock must be greater than or equal to 0",
                "'stockMeasurementUnit':'12345678901' | stockMeasurementUnit size must be between 0 and 10",
            })
    void refusesAProductBeyondItsLimits(String attribute, String detail) {
        long id = client.product();

        Client.Answer answer = client.patch("products", id, "{" + attribute + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/title").asText()).isEqualTo("BAD_REQUEST");
        assertThat(answer.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "skuCode", "eanCode", "articleCode"})
    void refusesMoreThan255Characters(String attribute) {
        long id = client.product();

        assertThat(client.patch("products", id, "{'" + attribute + "':'" + "x".repeat(255) + "'}")
                        .status())
                .isEqualTo(200);
        assertThat(client.patch("products", id, "{'" + attribute + "':'" + "x".repeat(256) + "'}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'deliveryTime':0",
                "'deliveryTime':366",
                "'userReplenishmentPeriod':0",
                "'type':'wholesaler'",
                "'globalLocationNumber':'123'",
                "'lostSalesReaction':2",
                "'minimumOrderValue':-1"
            })
    void refusesASupplierBeyondItsLimits(String attribute) {
        assertThat(client.post("suppliers", "{'name':'H'," + attribute + "}").status())
                .isEqualTo(400);
        assertThat(client.shop.count("suppliers")).isZero();
    }

    @Test
    void refusesABadAddressInTheServersWords() {
        assertThat(client.post("suppliers", "{'name':'H','emails':['a@b.example','orders@@x']}")
                        .text())
                .isEqualTo("{\"errors\":[{\"status\":\"400\",\"title\":\"BAD_REQUEST\","
                        + "\"detail\":\"orders@@x is not a valid address\","
                        + "\"meta\":{\"message\":\"orders@@x is not a valid address\"}}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'minimumPurchaseQuantity':0", "'lotSize':0", "'deliveryTime':0", "'freeStock':-1", "'price':-1"
            })
    void refusesASupplierProductBeyondItsLimits(String attribute) {
        long id = client.supplierProduct(client.supplier(), client.product());

        assertThat(client.patch("supplierProducts", id, "{" + attribute + "}").status())
                .isEqualTo(400);
    }

    @Test
    void refusesAnAttributeItDoesNotKnow() {
        assertThat(client.post("products", KETTLE + ",'colour':'red'}").detail())
                .isEqualTo("attribute colour not found");
        assertThat(client.post("suppliers", "{'name':'H','country':'NL'}").detail())
                .isEqualTo("attribute country not found");
    }

    @Test
    void ignoresWhatOnlyTheServerSets() {
        Client.Answer answer = client.post("products", KETTLE + ",'novel':false,'createdAt':'2020-01-01T00:00:00Z'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.attribute("novel").asBoolean()).isTrue();
        assertThat(answer.attribute("createdAt").asText()).isEqualTo("2026-03-02T08:11:04Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T09:04:29Z, 2026-03-01T09:04:29Z",
        "2026-03-01T09:04:29.000Z, 2026-03-01T09:04:29Z",
        "2026-03-01T10:04:29+01:00, 2026-03-01T09:04:29Z",
        "2026-03-01T09:04:29.3600Z, 2026-03-01T09:04:29.360Z",
    })
    void takesEveryKnownFormOfADate(String sent, String shown) {
        assertThat(client.post("products", KETTLE + ",'createdAtRemote':'" + sent + "'}")
                        .attribute("createdAtRemote")
                        .asText())
                .isEqualTo(shown);
    }

    @Test
    void takesReferencesAndMoneyAsNumbersOrText() {
        long product = client.product();
        Client.Answer answer = client.post(
                "supplierProducts",
                "{'name':'K','price':'11.2','weight':3,'productId':'" + product + "','supplierId':" + client.supplier()
                        + "}");

        assertThat(answer.attribute("productId").isIntegralNumber()).isTrue();
        assertThat(answer.attribute("price").textValue()).isEqualTo("11.20");
        assertThat(answer.attribute("weight").textValue()).isEqualTo("3.00");
        assertThat(answer.attribute("volume").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"data\":[]}",
                "{\"data\":[{\"type\":\"products\",\"attributes\":{}}]}",
                "{\"data\":{\"attributes\":{}}}",
                "{\"data\":{\"type\":\"suppliers\",\"attributes\":{}}}",
                "{\"data\":{\"type\":\"products\",\"attributes\":[]}}",
                "{\"data\":{\"type\":\"products\",\"attributes\":{},\"relationships\":{}}}"
            })
    void refusesABodyThatIsNotOneResource(String body) {
        assertThat(client.send("POST", "/v1/products?accountId=1380", body).status())
                .isEqualTo(400);
    }

    @Test
    void saysWhatABodyLacks() {
        assertThat(client.send("POST", "/v1/products", "{}").detail())
                .isEqualTo("Request body doesn't meet the requirements (No data field in the body.), POST method, "
                        + "resource name products");
    }
}
