package com.optiply.picqer.sync.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.PicqerShop;
import com.optiply.picqer.sync.ProductSync;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the state knows of a record is found by whatever a person knows of it. */
@OnEveryDatabase
class ExplanationsTest {
    private final ProductSync sync;
    private final Explanations state;

    ExplanationsTest(Store store) {
        sync = new ProductSync(store, Acme.settings(), PicqerShop.with(6));
        state = new Explanations(store);
    }

    @Test
    void isFoundByItsNameAndByEitherId() {
        RunReport run = sync.run();
        Explanation byName = only("S-2");

        assertThat(byName.link().standing()).isEqualTo(Standing.SEND);
        assertThat(byName.lastChange()).extracting("action").isEqualTo(Action.CREATE);
        assertThat(byName.seen()).extracting("id.value").isEqualTo(run.run());
        assertThat(byName.parked()).isNull();
        assertThat(only("2")).isEqualTo(byName);
        assertThat(only(byName.link().optiplyId().toString())).isEqualTo(byName);
    }

    @Test
    void comesWithWhyItIsParkedAndWithWhatIsHeld() {
        sync.run();
        sync.shop.stockIsNotTold(1);
        List.of(2, 3, 4).forEach(id -> sync.shop.stock(id, 0));
        sync.run();

        assertThat(only("S-1").parked()).extracting("reason").isEqualTo("stock_missing");
        assertThat(only("S-2").hold()).extracting("state").isEqualTo(HoldState.HELD);
        assertThat(state.isAnythingHeld(Acme.NAME)).isTrue();
        assertThat(state.parked(Acme.NAME, Kind.PRODUCTS, 20))
                .hasSize((int) state.parkedCount(Acme.NAME, Kind.PRODUCTS));
    }

    @Test
    void isRememberedByAPartOfItsName() {
        sync.run();

        assertThat(state.of(Acme.NAME, "s-", List.of(Kind.PRODUCTS))).isEmpty();
        assertThat(state.alike(Acme.NAME, "s-", 2)).containsExactly("S-1", "S-2");
        assertThat(state.alike(Acme.NAME, "%", 2)).isEmpty();
    }

    @Test
    void isRememberedInLargeLettersAndSmallWithAccentsToo() {
        sync.shop.sku(1, "Ärmel");
        sync.run();

        assertThat(state.alike(Acme.NAME, "ärm", 2)).containsExactly("Ärmel");
        assertThat(state.alike(Acme.NAME, "ÄRM", 2)).containsExactly("Ärmel");
    }

    private Explanation only(String name) {
        List<Explanation> found = state.of(Acme.NAME, name, List.of(Kind.PRODUCTS));
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
