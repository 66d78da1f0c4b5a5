package com.optiply.picqer.sync.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.CustomerSettings.Warehouses;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.picqer.Row.FieldProblem;
import com.optiply.picqer.picqer.Warehouse;
import com.optiply.picqer.picqer.WarehouseId;
import com.optiply.picqer.sync.Acme;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WarehouseChoiceTest {
    private static final Warehouse ZWOLLE = new Warehouse(new WarehouseId(18), "Zwolle", true, OptionalLong.of(2));
    private static final Warehouse ALMERE = new Warehouse(new WarehouseId(21), "Almere", true, OptionalLong.of(2));
    private static final Warehouse CLOSED = new Warehouse(new WarehouseId(30), "Closed", false, OptionalLong.of(1));

    private static final Row.Unreadable<Warehouse> ODD =
            new Row.Unreadable<>("30", "Odd", List.of(new FieldProblem("active", "\"yes\"", "true or false")));

    @Test
    void theOnlyActiveWarehouseNeedsNoSetting() {
        assertThat(choose(Acme.warehouses(null), ZWOLLE, CLOSED)).isEqualTo(choice(18, 18));
    }

    @Test
    void theMainWarehouseKeepsTheStockToo() {
        assertThat(choose(Acme.warehouses(21L), ZWOLLE, ALMERE)).isEqualTo(choice(21, 21));
    }

    @Test
    void theChosenWarehousesAddUp() {
        assertThat(choose(Acme.warehouses(18L, 18, 21), ZWOLLE, ALMERE)).isEqualTo(choice(18, 18, 21));
    }

    @Test
    void theStockMayLieElsewhereThanTheOrders() {
        assertThat(choose(Acme.warehouses(18L, 21), ZWOLLE, ALMERE)).isEqualTo(choice(18, 21));
    }

    @Test
    void severalActiveWarehousesNeedAChoice() {
        assertThatThrownBy(() -> choose(Acme.warehouses(null), ZWOLLE, ALMERE))
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContainingAll("Customer acme", "`warehouses.main`")
                .hasMessageContaining("18 (Zwolle), 21 (Almere)");
    }

    @Test
    void aKeyThatMayNotReadWarehousesNeedsTheMainOneInTheFile() {
        assertThat(WarehouseChoice.unseen(Acme.stockedIn(Acme.warehouses(18L, 18, 21))))
                .isEqualTo(choice(18, 18, 21));
        assertThat(WarehouseChoice.unseen(Acme.stockedIn(Acme.warehouses(18L)))).isEqualTo(choice(18, 18));
        assertThatThrownBy(() -> WarehouseChoice.unseen(Acme.stockedIn(Acme.warehouses(null))))
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContainingAll("Customer acme", "may not read warehouses", "`warehouses.main` is not set");
    }

    @Test
    void noActiveWarehouseIsRefused() {
        assertThatThrownBy(() -> choose(Acme.warehouses(null), CLOSED))
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContaining("none");
    }

    @Test
    void aMainWarehouseThatPicqerDoesNotHaveIsRefusedWithThoseThatItHas() {
        assertThatThrownBy(() -> choose(Acme.warehouses(99L), ZWOLLE, CLOSED))
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContaining("`warehouses.main` names warehouse 99")
                .hasMessageContaining("18 (Zwolle)")
                .hasMessageNotContaining("Closed");
    }

    @Test
    void anInactiveWarehouseIsRefused() {
        assertThatThrownBy(() -> choose(Acme.warehouses(18L, 18, 30), ZWOLLE, CLOSED))
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContaining("`warehouses.stock` names warehouse 30");
    }

    @Test
    void anotherMainWarehouseThanBeforeIsRefusedWithWhatToDo() {
        WarehouseChoice almere = choose(Acme.warehouses(21L), ZWOLLE, ALMERE);
        almere.requireSameMain(Acme.settings(), Optional.empty());
        almere.requireSameMain(Acme.settings(), Optional.of("21"));

        assertThatThrownBy(() -> almere.requireSameMain(Acme.settings(), Optional.of("18")))
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContainingAll("belong to that one", "make a new integration");
    }

    @Test
    void aRowThatCannotBeReadIsPassedOverUnlessItMayBeTheOneThatCounts() {
        assertThat(WarehouseChoice.of(Acme.stockedIn(Acme.warehouses(18L)), List.of(ZWOLLE), List.of(ODD)))
                .isEqualTo(choice(18, 18));
        assertThatThrownBy(
                        () -> WarehouseChoice.of(Acme.stockedIn(Acme.warehouses(null)), List.of(ZWOLLE), List.of(ODD)))
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContainingAll("`warehouses.main` is not set", "1 readable active", "cannot be read: Odd (");
        assertThatThrownBy(
                        () -> WarehouseChoice.of(Acme.stockedIn(Acme.warehouses(21L)), List.of(ZWOLLE), List.of(ODD)))
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContainingAll("names warehouse 21", "cannot be read: Odd (");
    }

    private static WarehouseChoice choose(Warehouses setting, Warehouse... known) {
        return WarehouseChoice.of(Acme.stockedIn(setting), List.of(known), List.of());
    }

    private static WarehouseChoice choice(long main, long... stock) {
        Set<WarehouseId> ids = Acme.warehouses(main, stock).stock();
        return new WarehouseChoice(new WarehouseId(main), ids);
    }

    @Test
    void warnsOfAWarehouseThatOrdersGoToBeforeTheMainOne() {
        Warehouse first = new Warehouse(new WarehouseId(40), "Venlo", true, OptionalLong.of(1));
        WarehouseChoice zwolle = new WarehouseChoice(ZWOLLE.idwarehouse(), Set.of(ZWOLLE.idwarehouse()));

        assertThat(zwolle.preferredToMain(List.of(ZWOLLE, ALMERE, CLOSED))).isEmpty();
        assertThat(zwolle.preferredToMain(List.of(ZWOLLE, first, ALMERE))).contains(first);
        Warehouse without = new Warehouse(first.idwarehouse(), "Venlo", true, OptionalLong.empty());
        assertThat(zwolle.preferredToMain(List.of(ZWOLLE, without))).isEmpty();
    }
}
