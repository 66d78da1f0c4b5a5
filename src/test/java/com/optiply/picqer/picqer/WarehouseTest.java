package com.optiply.picqer.picqer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.door.DoorSamples;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WarehouseTest {

    @Test
    void readsWhatRulesNeedAndPassesOverTheRest() {
        assertThat(read("{\"idwarehouse\":18,\"name\":\"Zwolle\",\"active\":false,"
                        + "\"accept_orders\":true,\"priority\":1}"))
                .isEqualTo(new Warehouse(new WarehouseId(18), "Zwolle", false, OptionalLong.of(1)));
    }

    @Test
    void countsAsActiveWhereOldAnswersDoNotSay() {
        assertThat(read("{\"idwarehouse\":18}"))
                .isEqualTo(new Warehouse(new WarehouseId(18), "", true, OptionalLong.empty()));
    }

    @Test
    void refusesWhatIsNoWarehouse() {
        assertThatThrownBy(() -> read("{\"idwarehouse\":\"18\",\"active\":\"yes\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("idwarehouse is \"18\", expected a positive whole number")
                .hasMessageContaining("active is \"yes\", expected true or false");
    }

    private static Warehouse read(String json) {
        return Warehouse.read(DoorSamples.read(json));
    }
}
