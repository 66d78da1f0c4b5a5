package com.optiply.picqer.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Asks each database itself how it is going to commit: nothing short of a power cut would show the difference. */
@OnEveryDatabase
class DurabilityTest {
    private final TestDatabase test;
    private final Database database;

    DurabilityTest(TestDatabase test) {
        this.test = test;
        this.database = Database.at(test.settings());
    }

    @Test
    void aDurableWriteWaitsForTheDisk() {
        assertThat(setting(Durability.DURABLE)).isEqualTo(onSqlite("2", "on"));
    }

    @Test
    void aRelaxedWriteDoesNot() {
        assertThat(setting(Durability.RELAXED)).isEqualTo(onSqlite("1", "off"));
    }

    private String setting(Durability durability) {
        try (HikariDataSource connections = new HikariDataSource(database.writers());
                Handle handle = Jdbi.open(connections)) {
            database.beginWriting(handle, durability);
            String setting = handle.createQuery(onSqlite("pragma synchronous", "show synchronous_commit"))
                    .mapTo(String.class)
                    .one();
            database.rollback(handle);
            return setting;
        }
    }

    private String onSqlite(String sqlite, String postgresql) {
        return switch (test.product()) {
            case SQLITE -> sqlite;
            case POSTGRESQL -> postgresql;
        };
    }
}
