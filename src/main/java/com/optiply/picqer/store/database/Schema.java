package com.optiply.picqer.store.database;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Brings the tables to the form that this version knows, and refuses those of a newer one. */
public final class Schema {
    private Schema() {}

    /**
     * @param working the names of the processes that work with the state now; asked only where its tables are there and
     *     are to be changed
     */
    public static void migrate(DataSource database, Supplier<List<String>> working) {
        Flyway flyway = Flyway.configure().dataSource(database).load();
        MigrationInfoService migrations = flyway.info();
        refuseNewer(migrations);
        if (migrations.applied().length > 0 && migrations.pending().length > 0) {
            refuseWhileInUse(working.get());
        }
        if (migrations.pending().length > 0 || !Stream.of(migrations.applied()).allMatch(Schema::isAsWritten)) {
            flyway.migrate();
        }
    }

    /** Whatever is not is for {@link Flyway#migrate} to say. */
    private static boolean isAsWritten(MigrationInfo applied) {
        return applied.getState() == MigrationState.SUCCESS && applied.isChecksumMatching();
    }

    /** A process of the older version could go on sending, and not store what it was answered. */
    private static void refuseWhileInUse(List<String> working) {
        if (!working.isEmpty()) {
            throw new StoreException("The tables of the state are of an older version, and " + working
                    + " still works with them. Stop every process of that version first, then start this one. One that"
                    + " was killed counts as stopped half a minute later.");
        }
    }

    private static void refuseNewer(MigrationInfoService migrations) {
        for (MigrationInfo applied : migrations.applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new StoreException("The state was written by a newer version of this program (its schema is at "
                        + applied.getVersion() + "). Start that version, or put back the backup from before it.");
            }
        }
    }
}
