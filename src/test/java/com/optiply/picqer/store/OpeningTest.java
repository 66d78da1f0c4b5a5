package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.PRODUCTS;
import static com.optiply.picqer.store.Samples.linked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.mapping.Occasion;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyReceiptLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnEveryDatabase
class OpeningTest {
    /** What undoes each version of the tables. */
    private static final NavigableMap<Integer, List<String>> TAKEN_BACK = new TreeMap<>(Map.of(
            2, List.of("drop table rests_on"),
            3, List.of("alter table candidate drop column author"),
            4, List.of(),
            5, List.of("alter table intent drop column parent"),
            6,
                    List.of(
                            "drop view link",
                            "drop index link_by_sighting",
                            "alter table link_row drop column sighting",
                            "alter table link_row rename to link",
                            "drop table sighting")));

    private final TestDatabase database;

    OpeningTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void whatWasWrittenIsThereWhenItIsOpenedAgain() {
        StoreSettings settings = database.fresh();
        try (Store store = Store.open(settings)) {
            store.saveDurably(tx -> tx.links().save(List.of(linked(1))));
        }

        assertThat(count(database.open(settings))).isEqualTo(1);
    }

    @Test
    void refusesAStateOfANewerVersion() throws SQLException {
        StoreSettings settings = database.fresh();
        Store.open(settings).close();
        database.execute(
                settings,
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (999, '999', 'later', 'SQL', 'V999__later.sql', 'later', 1, true)
                """);

        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer version of this program (its schema is at 999)");
    }

    @Test
    void whatWasLeftOutBeforeItWasNotedIsReadOnceMore() throws SQLException {
        StoreSettings settings = database.fresh();
        try (Store store = Store.open(settings)) {
            store.saveDurably(tx -> tx.links()
                    .save(List.of(
                            child(Kind.BUY_ORDER_LINES, "88101", "5120", Standing.FILTER, "inactive"),
                            child(Kind.BUY_ORDER_LINES, "88102", "5121", Standing.FILTER, "removed"),
                            child(Kind.BUY_ORDERS, "5122", null, Standing.FILTER, "no_lines"),
                            child(Kind.RECEIPT_LINES, "90411", "33001", Standing.FILTER, "concept"),
                            child(Kind.RECEIPT_LINES, "90412", "33003", Standing.FILTER, "no_purchase_order"),
                            sent(Kind.BUY_ORDER_LINES, "88103", "5123", 7001, "{\"quantity\":5}"),
                            sent(Kind.RECEIPT_LINES, "90413", "33004", 7101, delivery(7001)),
                            child(Kind.RECEIPT_LINES, "receipt-33002", null, Standing.PARK, "unreadable"))));
        }
        takeBack(settings, 2);
        Store store = database.open(settings);

        assertThat(asked(store, Kind.BUY_ORDERS)).containsExactly(new RemoteId("5120"), new RemoteId("5122"));
        assertThat(asked(store, Kind.RECEIPT_LINES)).containsExactly(new RemoteId("33001"), new RemoteId("33003"));
        assertThat(restingOnLinesOf(store, "5123")).containsExactly(new RemoteId("90413"));
        RemoteId unreadable = new RemoteId("receipt-33002");
        assertThat(store.read(tx -> tx.links().find(ACME, Kind.RECEIPT_LINES, List.of(unreadable)))
                        .get(unreadable)
                        .parent())
                .isEqualTo(new RemoteId("33002"));
    }

    @Test
    void anOrderThatWasKeptOutWhileItWasOpenIsFollowedFromTheUpgradeOn() throws SQLException {
        StoreSettings settings = database.fresh();
        try (Store store = Store.open(settings)) {
            store.saveDurably(tx -> tx.links()
                    .save(List.of(
                            child(Kind.SELL_ORDERS, "901", null, Standing.FILTER, "concept"),
                            child(Kind.SELL_ORDERS, "902", null, Standing.FILTER, "status"),
                            child(Kind.SELL_ORDERS, "903", null, Standing.FILTER, "cancelled"),
                            child(Kind.SELL_ORDERS, "904", null, Standing.SEND, null))));
        }
        database.execute(
                settings,
                "update link_row set standing = 'filter', reason = 'before_history', optiply_id = 7004"
                        + " where remote_id = '904'");
        takeBack(settings, 4);
        Store store = database.open(settings);

        RunId later = new RunId(Samples.RUN.value() + 1);
        List<RemoteId> followed = store.read(tx -> tx.grounds().unlisted(ACME, Kind.SELL_ORDERS, later));
        assertThat(followed).containsExactly(new RemoteId("901"), new RemoteId("902"));
        assertThat(asked(store, Kind.SELL_ORDERS)).containsExactly(new RemoteId("904"));
    }

    /** A process of the older version would go on sending, and could not store what it is answered. */
    @Test
    void changesNoTablesThatAnotherProcessWorksWith() throws SQLException {
        StoreSettings settings = database.fresh();
        try (Store store = Store.open(settings)) {
            store.durably(tx -> tx.leases().acquire(ACME, "host-1", Duration.ofMinutes(1)));
        }
        takeBack(settings, 6);

        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("[host-1] still works with them. Stop every process of that version first");

        database.execute(settings, "delete from lease");
        assertThat(count(database.open(settings))).isZero();
    }

    /** The state as it was before that version of its tables. */
    private void takeBack(StoreSettings settings, int version) throws SQLException {
        for (List<String> statements :
                TAKEN_BACK.tailMap(version, true).descendingMap().values()) {
            for (String statement : statements) {
                database.execute(settings, statement);
            }
        }
        database.execute(
                settings, "delete from flyway_schema_history where cast(version as integer) >= %d".formatted(version));
    }

    private static List<RemoteId> asked(Store store, Kind kind) {
        return store.read(tx -> tx.rereads().asked(ACME, kind));
    }

    private static List<RemoteId> restingOnLinesOf(Store store, String order) {
        return store.read(tx -> tx.grounds()
                .restingOn(
                        ACME,
                        Kind.RECEIPT_LINES,
                        Occasion.LINES_CHANGED,
                        Kind.BUY_ORDERS,
                        List.of(new RemoteId(order))));
    }

    private static String delivery(long orderLine) {
        return new OptiplyReceiptLine(new OptiplyId(orderLine), Instant.EPOCH, 5)
                .attributes()
                .json();
    }

    private static Link sent(Kind kind, String id, String parent, long optiplyId, String attributes) {
        return new Link(
                ACME,
                kind,
                new RemoteId(id),
                new RemoteId(parent),
                id,
                new OptiplyId(optiplyId),
                null,
                attributes,
                Standing.SEND,
                null,
                null,
                new Sighting(Samples.RUN, Leg.ACTIVE));
    }

    private static Link child(Kind kind, String id, @Nullable String parent, Standing standing, String reason) {
        return new Link(
                ACME,
                kind,
                new RemoteId(id),
                parent == null ? null : new RemoteId(parent),
                id,
                null,
                null,
                null,
                standing,
                reason,
                null,
                new Sighting(Samples.RUN, Leg.ACTIVE));
    }

    @Test
    @Timeout(60)
    void twoProcessesMayMakeItAtTheSameTime() throws Exception {
        StoreSettings settings = database.fresh();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            Future<Long> one = threads.submit(() -> openAndCount(start, settings));
            Future<Long> two = threads.submit(() -> openAndCount(start, settings));

            assertThat(one.get(50, TimeUnit.SECONDS)).isZero();
            assertThat(two.get(50, TimeUnit.SECONDS)).isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private static long openAndCount(CyclicBarrier start, StoreSettings settings) throws Exception {
        start.await();
        try (Store store = Store.open(settings)) {
            return count(store);
        }
    }

    private static long count(Store store) {
        return store.read(tx -> tx.links().count(ACME, PRODUCTS));
    }
}
