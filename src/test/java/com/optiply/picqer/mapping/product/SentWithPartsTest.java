package com.optiply.picqer.mapping.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerSettings.Compositions;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductRows;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose parts belong in Optiply: the table of mapping.md, "Composed products". */
class SentWithPartsTest {

    @ParameterizedTest
    @CsvSource({
        "composition_with_stock, true, true, false",
        "virtual_composition, false, true, false",
        "normal, false, false, false",
        "unlimited_stock, false, false, false"
    })
    void dependsOnTheTypeAndTheSetting(String type, boolean withStock, boolean all, boolean none) {
        assertThat(isSentWithParts(type, true, Compositions.WITH_STOCK)).isEqualTo(withStock);
        assertThat(isSentWithParts(type, true, Compositions.ALL)).isEqualTo(all);
        assertThat(isSentWithParts(type, true, Compositions.NONE)).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource({"composition_with_stock, true", "normal, false"})
    void staysSoWhileTheProductIsInactive(String type, boolean sent) {
        assertThat(isSentWithParts(type, false, Compositions.ALL)).isEqualTo(sent);
    }

    private static boolean isSentWithParts(String type, boolean active, Compositions compositions) {
        PicqerProduct product = ProductRows.read(
                        DoorSamples.read("{\"idproduct\":70300,\"type\":\"" + type + "\",\"active\":" + active + "}"))
                .fold(read -> read, unreadable -> {
                    throw new IllegalArgumentException(unreadable.problems().toString());
                });
        return new ProductRules().isSentWithParts(new ProductReading(product, compositions, Set.of()));
    }
}
