package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.RUN;
import static com.optiply.picqer.store.Samples.linked;
import static com.optiply.picqer.store.Samples.remoteId;
import static com.optiply.picqer.store.Samples.remoteIds;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.SightingId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class SightingsTest {
    private static final RunId SECOND = new RunId(8);
    private static final RunId THIRD = new RunId(9);
    private static final long SEED = 20261127;
    private static final int RECORDS = 60;

    private final Store store;

    SightingsTest(Store store) {
        this.store = store;
    }

    @BeforeEach
    void everyRecordWasSeenByTheFirstRun() {
        store.saveRelaxed(tx -> tx.links()
                .save(IntStream.range(0, RECORDS).mapToObj(Samples::linked).toList()));
    }

    @Test
    void seeingARecordChangesNothingElseOfIt() {
        page(SECOND, Leg.INACTIVE, 2);

        assertThat(find(1)).isEqualTo(linked(1));
        assertThat(find(2))
                .usingRecursiveComparison()
                .ignoringFields("sighting")
                .isEqualTo(linked(2));
        assertThat(find(2).sighting().run()).isEqualTo(SECOND);
        assertThat(find(2).sighting().leg()).isEqualTo(Leg.INACTIVE);
    }

    @Test
    void aPageThatIsAsItWasIsNotedInOneRow() {
        page(SECOND, Leg.ACTIVE, range(0, 20));
        SightingId shared = find(1).sighting().shared();

        page(THIRD, Leg.ACTIVE, range(0, 20));

        assertThat(shared).isNotNull();
        assertThat(find(range(0, 20)).values())
                .extracting(Link::sighting)
                .containsOnly(new Sighting(THIRD, Leg.ACTIVE, shared));
    }

    @Test
    void thatHoldsForPagesThatOverlapToo() {
        page(SECOND, Leg.ACTIVE, range(0, 20));
        page(SECOND, Leg.ACTIVE, range(19, 40));
        Map<RemoteId, Sighting> before = shared();

        page(THIRD, Leg.ACTIVE, range(0, 20));
        page(THIRD, Leg.ACTIVE, range(19, 40));

        before.replaceAll((id, sighting) -> new Sighting(THIRD, sighting.leg(), sighting.shared()));
        assertThat(shared()).isEqualTo(before).hasSize(40);
    }

    @Test
    void whoIsMissingOnThePageWasNotSeen() {
        page(SECOND, Leg.ACTIVE, range(0, 20));

        page(THIRD, Leg.ACTIVE, range(0, 19));

        assertThat(find(range(0, 19)).values()).allMatch(link -> link.sighting().isBy(THIRD));
        assertThat(find(19).sighting()).isEqualTo(new Sighting(SECOND, Leg.ACTIVE));
    }

    @Test
    void whoJoinsThePageIsNotedWithIt() {
        page(SECOND, Leg.ACTIVE, range(0, 20));
        page(SECOND, Leg.ACTIVE, range(20, 40));

        page(THIRD, Leg.ACTIVE, range(0, 22));

        assertThat(find(range(0, 22)).values()).extracting(Link::sighting).containsOnly(find(0).sighting());
        assertThat(find(0).sighting().isBy(THIRD)).isTrue();
        assertThat(find(range(22, 40)).values())
                .allMatch(link -> link.sighting().isBy(SECOND));
    }

    @Test
    void aFewAreNotedOneByOne() {
        page(SECOND, Leg.ACTIVE, 1, 2);

        assertThat(find(1, 2).values()).extracting(Link::sighting).containsOnly(new Sighting(SECOND, Leg.ACTIVE));
        assertThat(find(3)).isEqualTo(linked(3));
    }

    @Test
    void whatIsWrittenIsSeenByTheRunThatWroteItAndByNoOther() {
        page(SECOND, Leg.ACTIVE, range(0, 20));
        store.saveRelaxed(tx -> tx.links().save(List.of(linked(2))));

        page(THIRD, Leg.ACTIVE, range(3, 20));

        assertThat(find(range(3, 20)).values()).allMatch(link -> link.sighting().isBy(THIRD));
        assertThat(find(0).sighting().isBy(SECOND)).isTrue();
        assertThat(find(2).sighting()).isEqualTo(new Sighting(RUN, Leg.ACTIVE));
    }

    @Test
    void whatNoRecordSharesAnyMoreIsForgotten() {
        page(SECOND, Leg.ACTIVE, range(0, 20));
        page(SECOND, Leg.ACTIVE, range(20, 40));
        store.saveRelaxed(tx ->
                tx.links().save(IntStream.range(0, 39).mapToObj(Samples::linked).toList()));

        assertThat(store.<Integer>relaxed(tx -> tx.sightings().removeUnshared()))
                .as("the second still has 39")
                .isEqualTo(1);
        assertThat(find(39).sighting().isBy(SECOND)).isTrue();
    }

    /** Held against what is told in one sentence: a record was last seen by the run that noted or saved it last. */
    @Test
    void isWhatANoteForEachRecordWouldBe() {
        System.out.println("SightingsTest: seed " + SEED);
        Random random = new Random(SEED);
        Map<RemoteId, Sighting> expected = new HashMap<>();
        remoteIds(0, RECORDS).forEach(id -> expected.put(id, new Sighting(RUN, Leg.ACTIVE)));
        for (long run = 10; run < 80; run++) {
            RunId id = new RunId(run);
            for (long[] page : pages(random)) {
                Leg leg = random.nextInt(6) == 0 ? Leg.INACTIVE : Leg.ACTIVE;
                page(id, leg, page);
                LongStream.of(page).forEach(record -> expected.put(remoteId(record), new Sighting(id, leg)));
                if (random.nextInt(5) == 0) {
                    long record = random.nextInt(RECORDS);
                    store.saveRelaxed(tx -> tx.links().save(List.of(Samples.seen(record, id))));
                    expected.put(remoteId(record), new Sighting(id, Leg.ACTIVE));
                }
            }
            store.saveRelaxed(tx -> tx.sightings().removeUnshared());

            assertThat(sightings()).as("after run %s", id).isEqualTo(expected);
        }
    }

    /** Mostly the same, in the same order, as a shop's are; at times with a gap, always with the last one before. */
    private static List<long[]> pages(Random random) {
        List<Long> walk = new ArrayList<>();
        int gap = random.nextInt(3 * RECORDS);
        LongStream.range(0, RECORDS).filter(record -> record != gap).forEach(walk::add);
        if (random.nextInt(8) == 0) {
            Collections.swap(walk, random.nextInt(walk.size()), random.nextInt(walk.size()));
        }
        List<long[]> pages = new ArrayList<>();
        for (int from = 0; from < walk.size(); from += 15) {
            pages.add(walk.subList(Math.max(from - 1, 0), Math.min(from + 15, walk.size())).stream()
                    .mapToLong(Long::longValue)
                    .toArray());
        }
        return pages;
    }

    private void page(RunId run, Leg leg, long... records) {
        Collection<Link> known = LongStream.of(records).mapToObj(this::find).toList();
        store.saveRelaxed(tx -> tx.sightings().note(ACME, PRODUCTS, known, run, leg));
    }

    private Map<RemoteId, Sighting> sightings() {
        return find(range(0, RECORDS)).values().stream()
                .collect(toMap(
                        Link::remoteId,
                        link -> new Sighting(
                                link.sighting().run(), link.sighting().leg())));
    }

    private Map<RemoteId, Sighting> shared() {
        return find(range(0, RECORDS)).values().stream()
                .filter(link -> link.sighting().shared() != null)
                .collect(toMap(Link::remoteId, Link::sighting));
    }

    private static long[] range(int from, int to) {
        return LongStream.range(from, to).toArray();
    }

    private Link find(long record) {
        return find(new long[] {record}).get(remoteId(record));
    }

    private Map<RemoteId, Link> find(long... records) {
        Set<RemoteId> ids =
                Set.copyOf(LongStream.of(records).mapToObj(Samples::remoteId).toList());
        return store.read(tx -> tx.links().find(ACME, PRODUCTS, ids));
    }
}
