package com.optiply.picqer.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the tables to the form that this version knows, and refuses those of a newer one. */
final class Schema {
    private Schema() {}

    static void migrate(DataSource database) {
        Flyway flyway = Flyway.configure().dataSource(database).load();
        refuseNewer(flyway);
        flyway.migrate();
    }

    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new StoreException("The state was written by a newer version of this program (its schema is at "
                        + applied.getVersion() + "). Start that version, or put back the backup from before it.");
            }
        }
    }
}
