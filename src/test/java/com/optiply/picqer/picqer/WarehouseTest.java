package com.optiply.picqer.picqer;

import static org.assertj.core.api.Assertions.assertThat;

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
    void hasNoRankWhereItTakesNoOrders() {
        assertThat(read("{\"idwarehouse\":18,\"accept_orders\":false,\"priority\":1}"))
                .isEqualTo(new Warehouse(new WarehouseId(18), "", true, OptionalLong.empty()));
        assertThat(read("{\"idwarehouse\":18,\"priority\":1}"))
                .isEqualTo(new Warehouse(new WarehouseId(18), "", true, OptionalLong.empty()));
    }

    @Test
    void countsAsActiveWhereOldAnswersDoNotSay() {
        assertThat(read("{\"idwarehouse\":18}"))
                .isEqualTo(new Warehouse(new WarehouseId(18), "", true, OptionalLong.empty()));
    }

    @Test
    void saysOfWhatIsNoWarehouseAllThatIsWrongWithIt() {
        Row<Warehouse> row =
                Warehouse.read(DoorSamples.read("{\"idwarehouse\":\"18\",\"name\":\"Odd\",\"active\":\"yes\"}"));

        assertThat(row)
                .isInstanceOf(Row.Unreadable.class)
                .hasToString("Odd (idwarehouse is \"18\", expected a positive whole number;"
                        + " active is \"yes\", expected true or false)");
    }

    private static Warehouse read(String json) {
        return Warehouse.read(DoorSamples.read(json)).fold(warehouse -> warehouse, broken -> {
            throw new AssertionError(broken.toString());
        });
    }
}
