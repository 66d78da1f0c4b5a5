package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.NOON;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.ZEBRA;
import static com.optiply.picqer.store.Samples.candidate;
import static com.optiply.picqer.store.Samples.remoteId;
import static com.optiply.picqer.store.Samples.remoteIds;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class CandidatesTest {
    private final Store store;

    CandidatesTest(Store store) {
        this.store = store;
    }

    @Test
    void findsAllCandidatesOfARemoteId() {
        save(
                candidate(12, remoteId(1), "SKU-1"),
                candidate(11, remoteId(1), "SKU-1"),
                candidate(13, remoteId(2), "SKU-2"),
                candidate(14, null, "SKU-1"));

        assertThat(byRemoteIds(remoteId(1), remoteId(9)))
                .isEqualTo(Map.of(
                        remoteId(1),
                        List.of(candidate(11, remoteId(1), "SKU-1"), candidate(12, remoteId(1), "SKU-1"))));
    }

    @Test
    void findsAllCandidatesOfANaturalKey() {
        save(candidate(11, remoteId(1), "SKU-1"), candidate(12, null, "SKU-1"), candidate(13, null, "SKU-2"));

        assertThat(byNaturalKey("SKU-1"))
                .isEqualTo(Map.of("SKU-1", List.of(candidate(11, remoteId(1), "SKU-1"), candidate(12, null, "SKU-1"))));
    }

    @Test
    void readingARecordAgainReplacesIt() {
        save(candidate(11, remoteId(1), "SKU-1"));

        save(candidate(11, null, "SKU-2"));

        assertThat(byRemoteIds(remoteId(1))).isEmpty();
        assertThat(byNaturalKey("SKU-2")).isEqualTo(Map.of("SKU-2", List.of(candidate(11, null, "SKU-2"))));
    }

    @Test
    void anAdoptedCandidateIsNotOfferedAgain() {
        save(candidate(11, remoteId(1), "SKU-1"), candidate(12, null, "SKU-1"));

        store.saveRelaxed(tx -> tx.candidates().remove(ACME, PRODUCTS, List.of(new OptiplyId(11))));

        assertThat(byNaturalKey("SKU-1")).isEqualTo(Map.of("SKU-1", List.of(candidate(12, null, "SKU-1"))));
    }

    @Test
    void adoptionIsCompleteOnlyForThatCustomer() {
        assertThat(isAdopted()).isFalse();

        store.saveDurably(tx -> tx.candidates().completed(ACME, PRODUCTS, NOON));
        store.saveDurably(tx -> tx.candidates().completed(ACME, PRODUCTS, NOON.plusMillis(1)));

        assertThat(isAdopted()).isTrue();
        assertThat(store.<Boolean>read(tx -> tx.candidates().isAdopted(ZEBRA, PRODUCTS)))
                .isFalse();
    }

    /** A moment is kept to the millisecond, and a run may have begun within that one. */
    @Test
    void knowsWhetherAKindWasListedSinceAMoment() {
        store.saveDurably(tx -> tx.candidates().completed(ACME, PRODUCTS, NOON));

        assertThat(isListedSince(NOON.minusMillis(1))).isTrue();
        assertThat(isListedSince(NOON.plusNanos(999_999))).isTrue();
        assertThat(isListedSince(NOON.plusMillis(1))).isFalse();
        assertThat(store.<Boolean>read(tx -> tx.candidates().isListedSince(ZEBRA, PRODUCTS, NOON)))
                .isFalse();
    }

    private boolean isListedSince(Instant moment) {
        return store.read(tx -> tx.candidates().isListedSince(ACME, PRODUCTS, moment));
    }

    @Test
    void clearingLeavesTheAdoptionComplete() {
        save(candidate(11, remoteId(1), "SKU-1"));
        store.saveDurably(tx -> tx.candidates().completed(ACME, PRODUCTS, NOON));

        store.saveDurably(tx -> tx.candidates().clear(ACME, PRODUCTS));

        assertThat(byNaturalKey("SKU-1")).isEmpty();
        assertThat(isAdopted()).isTrue();
    }

    private void save(Candidate... candidates) {
        store.saveRelaxed(tx -> tx.candidates().save(List.of(candidates)));
    }

    private Map<RemoteId, List<Candidate>> byRemoteIds(RemoteId... remoteIds) {
        return store.read(tx -> tx.candidates().byRemoteIds(ACME, PRODUCTS, List.of(remoteIds)));
    }

    private Map<String, List<Candidate>> byNaturalKey(String key) {
        return store.read(tx -> tx.candidates().byNaturalKeys(ACME, PRODUCTS, List.of(key)));
    }

    private boolean isAdopted() {
        return store.read(tx -> tx.candidates().isAdopted(ACME, PRODUCTS));
    }
}
