package com.optiply.picqer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.check.CheckedFiles;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Installation;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemporaryInstallationTest {
    private final Installation real = Installation.find(Path.of(""), null, null);
    private final SandboxCustomer customer = SandboxCustomer.open(SandboxOptions.DEFAULTS, Worlds.empty());

    @AfterEach
    void stop() {
        customer.close();
    }

    @Test
    void holdsOneCustomerFileThatPassesTheCheck() {
        try (TemporaryInstallation temporary = TemporaryInstallation.of(real, customer)) {
            CheckedFiles checked = CustomerFiles.check(temporary.installation());

            assertThat(checked.text()).isEmpty();
            assertThat(checked.customers()).singleElement().satisfies(settings -> {
                assertThat(settings.name().value()).isEqualTo(SandboxCustomer.NAME);
                assertThat(settings.optiply().baseUrl())
                        .isEqualTo(customer.sandbox().optiplyUri());
            });
        }
    }

    @Test
    void keepsItsStateInItsOwnFolder() {
        try (TemporaryInstallation temporary = TemporaryInstallation.of(real, customer)) {
            Path folder = temporary.installation().properties().getParent();

            assertThat(temporary.installation().readProperties().getProperty("picqer-optiply.database.url"))
                    .isEqualTo("jdbc:sqlite:" + folder.resolve("state.db"));
        }
    }

    @Test
    void leavesNothingBehind() {
        TemporaryInstallation temporary = TemporaryInstallation.of(real, customer);
        Path folder = temporary.installation().properties().getParent();
        assertThat(folder).isNotEmptyDirectory();

        temporary.close();

        assertThat(folder).doesNotExist();
    }
}
