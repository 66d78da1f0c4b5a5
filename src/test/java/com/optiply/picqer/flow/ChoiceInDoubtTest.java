package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.ALPHA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.list;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A list names another supplier, and whether Picqer took it is not known. */
class ChoiceInDoubtTest {
    /** What stands between may say so, and Picqer may not have heard of it. */
    @Test
    void asksPicqerWhatItHasWhereAYesDoesNotShowTheChoice() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2)) {
            shop.world.faults().add(Fault.empty(200).on("PUT", ".*/products/\\d+"));
            assertThat(shop.apply("list.csv", list(row(1, BETA, true))).answer())
                    .isEmpty();
            assertThat(shop.picqersSupplier(1)).isNotEqualTo(shop.beta);
            assertThat(shop.preferred()).containsEntry(1, ALPHA);

            shop.world.faults().clear();
            shop.goOnAtOnce();
            assertThat(shop.read("done", "list.result.txt")).contains("1 row read: 1 applied");
            shop.world.faults().add(Fault.empty(200).afterApplying().on("PUT", ".*/products/\\d+"));
            assertThat(shop.apply("other.csv", list(row(2, BETA, true))).answer())
                    .contains("1 row read: 1 applied");

            assertThat(shop.picqersSupplier(1)).isEqualTo(shop.beta);
            assertThat(shop.picqersSupplier(2)).isEqualTo(shop.beta);
            assertThat(shop.preferred()).isEqualTo(Map.of(1, BETA, 2, BETA));
        }
    }
}
