package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.RUN;
import static com.optiply.picqer.store.Samples.ZEBRA;
import static com.optiply.picqer.store.Samples.filtered;
import static com.optiply.picqer.store.Samples.link;
import static com.optiply.picqer.store.Samples.linked;
import static com.optiply.picqer.store.Samples.remoteId;
import static com.optiply.picqer.store.Samples.remoteIds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class LinksTest {
    private static final RunId NEXT_RUN = new RunId(8);

    private final Store store;

    LinksTest(Store store) {
        this.store = store;
    }

    @Test
    void keepsEveryColumn() {
        Link full = new Link(
                ACME,
                PRODUCTS,
                remoteId(1),
                remoteId(9),
                "SKU-1",
                new OptiplyId(Long.MAX_VALUE),
                "0b7e",
                "{\"name\":\"Fles ’t Mannetje 🧴\"}",
                Standing.PARK,
                "stock_unknown",
                "[\"name_cut\"]",
                new Sighting(RUN, Leg.INACTIVE));

        save(full);

        assertThat(find(1)).isEqualTo(full);
    }

    @Test
    void keepsWhatIsNotThereAsNotThere() {
        save(filtered(1, "inactive"));

        assertThat(find(1)).isEqualTo(filtered(1, "inactive"));
    }

    @Test
    void findsOnlyTheRecordsAskedForOfThatCustomer() {
        save(linked(1), linked(2), linked(3));

        assertThat(store.<Map<RemoteId, Link>>read(
                        tx -> tx.links().find(ACME, PRODUCTS, List.of(remoteId(1), remoteId(3), remoteId(9)))))
                .isEqualTo(Map.of(remoteId(1), linked(1), remoteId(3), linked(3)));
        assertThat(store.<Map<RemoteId, Link>>read(tx -> tx.links().find(ZEBRA, PRODUCTS, remoteIds(0, 9))))
                .isEmpty();
    }

    @Test
    void findsMoreRecordsThanOneStatementTakes() {
        saveAll(IntStream.range(0, 251).mapToObj(Samples::linked).toList());

        assertThat(store.<Map<RemoteId, Link>>read(tx -> tx.links().find(ACME, PRODUCTS, remoteIds(0, 251))))
                .hasSize(251);
        assertThat(store.<Map<RemoteId, Link>>read(tx -> tx.links().find(ACME, PRODUCTS, List.of())))
                .isEmpty();
    }

    @Test
    void findsByTheWordAPersonUses() {
        save(linked(1), linked(2));

        assertThat(store.<List<Link>>read(tx -> tx.links().find(ACME, "SKU-2"))).containsExactly(linked(2));
        assertThat(store.<List<Link>>read(tx -> tx.links().find(ZEBRA, "SKU-2")))
                .isEmpty();
    }

    @Test
    void savingAgainReplacesEveryColumn() {
        save(link(1, new OptiplyId(1001), Standing.PARK, "no_stock"));

        save(filtered(1, "assembled"));

        assertThat(find(1)).isEqualTo(filtered(1, "assembled"));
    }

    @Test
    void countsOnlyWhatIsInOptiply() {
        save(linked(1), linked(2), filtered(3, "inactive"));

        assertThat(store.<Long>read(tx -> tx.links().count(ACME, PRODUCTS))).isEqualTo(2);
        assertThat(store.<Long>read(tx -> tx.links().count(ZEBRA, PRODUCTS))).isZero();
    }

    @Test
    void listsWhatTheRunDidNotSeeAndThatMayStillBeShown() {
        save(
                linked(1),
                filtered(2, "inactive"),
                link(3, new OptiplyId(3), Standing.FILTER, "inactive"),
                link(4, new OptiplyId(4), Standing.GONE, null),
                link(5, new OptiplyId(5), Standing.PARK, "no_stock"),
                linked(6));
        store.saveRelaxed(tx -> tx.sightings().note(ACME, PRODUCTS, List.of(linked(6)), NEXT_RUN, Leg.ACTIVE));

        assertThat(store.<List<Link>>read(tx -> tx.links().unseenSince(ACME, PRODUCTS, NEXT_RUN, null, 10)))
                .extracting(Link::remoteId)
                .containsExactly(remoteId(1), remoteId(3), remoteId(5));
    }

    @Test
    void pagesThroughTheUnseenWithoutGapOrRepetition() {
        saveAll(IntStream.range(0, 25).mapToObj(Samples::linked).toList());

        List<Link> first = unseen(null);
        List<Link> second = unseen(first.get(9).remoteId());
        List<Link> third = unseen(second.get(9).remoteId());

        assertThat(third).hasSize(5);
        assertThat(Set.copyOf(IntStream.range(0, 3)
                        .mapToObj(page -> List.of(first, second, third).get(page))
                        .flatMap(List::stream)
                        .toList()))
                .hasSize(25);
    }

    @Test
    void refusesToLinkOneOptiplyRecordTwice() {
        save(linked(1));

        assertThatThrownBy(() -> save(linked(2), link(3, new OptiplyId(1001), Standing.SEND, null)))
                .isInstanceOf(DuplicateLinkException.class)
                .hasMessageContaining("second source record");

        assertThat(store.<Map<RemoteId, Link>>read(tx -> tx.links().find(ACME, PRODUCTS, remoteIds(0, 9))))
                .containsOnlyKeys(remoteId(1));
    }

    @Test
    void knowsWhichOptiplyRecordsAreLinked() {
        save(linked(1), linked(2));

        assertThat(store.<Set<OptiplyId>>read(
                        tx -> tx.links().linkedIds(ACME, PRODUCTS, List.of(new OptiplyId(1002), new OptiplyId(5)))))
                .containsExactly(new OptiplyId(1002));
    }

    private List<Link> unseen(RemoteId after) {
        return store.read(tx -> tx.links().unseenSince(ACME, PRODUCTS, NEXT_RUN, after, 10));
    }

    private Link find(long number) {
        return store.read(tx -> tx.links().find(ACME, PRODUCTS, List.of(remoteId(number))))
                .get(remoteId(number));
    }

    private void save(Link... links) {
        saveAll(List.of(links));
    }

    private void saveAll(List<Link> links) {
        store.saveRelaxed(tx -> tx.links().save(links));
    }
}
