package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.list;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.object;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.sku;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sync.run.Flow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that names no one pair is rejected, and its result file says which of its names is at fault. */
class RejectedChoicesTest {
    private static ChoiceOfSuppliers shop;

    @BeforeAll
    static void open() {
        shop = ChoiceOfSuppliers.multi(2);
        shop.world.user().addSupplier(object().put("name", "Twins"));
        shop.world.user().addSupplier(object().put("name", "Twins"));
        shop.world.user().addSupplier(object().put("name", "Newcomer"));
        shop.world.user().addProduct(product(sku(2)));
        shop.world.user().addProduct(product("OFF-1").put("active", false));
        shop.world.run(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static ObjectNode product(String code) {
        return object().put("productcode", code).put("name", "Kettle").put("price", 2);
    }

    @ParameterizedTest
    @CsvSource({
        "SKU-100001, Twins, ambiguous_supplier, 2 suppliers have this name.",
        "SKU-100001, Newcomer, no_such_pair, This supplier does not supply this product in Optiply",
        "SKU-100002, Beta Trading, several_products, Several products have the skuCode `SKU-100002`.",
        "OFF-1, Beta Trading, product_not_in_optiply, The product is not in use in Optiply: it is inactive in Picqer."
    })
    void isRejectedForThatReason(String sku, String supplier, String code, String sentence) {
        String name = code + ".csv";

        String answer = shop.apply(name, list(sku + "," + supplier + ",TRUE\n")).answer();

        assertThat(answer).contains("1 rejected.");
        assertThat(shop.read("done", code + ".result.txt"))
                .contains("  1 row, " + code)
                .contains(sentence);
        assertThat(shop.read("done", code + ".rejects.csv")).contains(sentence.substring(0, 20));
    }
}
