package com.optiply.picqer.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.Secret;
import com.optiply.picqer.store.Store;
import org.junit.jupiter.api.Test;

class StoreSettingsTest {
    @Test
    void refusesAPasswordInTheAddressWithoutRepeatingIt() {
        assertThatThrownBy(() -> new StoreSettings("jdbc:postgresql://db/picqer?user=a&password=hunter2", null, null))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("in clear text", "variable PICQER_OPTIPLY_DATABASE_PASSWORD")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void neverPrintsThePassword() {
        StoreSettings settings = new StoreSettings("jdbc:postgresql://db/picqer", "picqer", new Secret("hunter2"));

        assertThat(settings).asString().contains("picqer").doesNotContain("hunter2");
    }

    @Test
    void keepsTheStateInAFileBesideTheProgramByDefault() {
        assertThat(StoreSettings.DEFAULT.jdbcUrl()).isEqualTo("jdbc:sqlite:data/picqer-optiply.db");
    }

    @Test
    void refusesADatabaseThatItDoesNotKnow() {
        assertThatThrownBy(() -> Store.open(new StoreSettings("jdbc:mysql://db/picqer", null, null)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("must begin with jdbc:sqlite: or jdbc:postgresql:");
    }

    @Test
    void refusesToKeepTheStateInMemory() {
        assertThatThrownBy(() -> Store.open(new StoreSettings("jdbc:sqlite::memory:", null, null)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("must be kept in a file");
    }
}
