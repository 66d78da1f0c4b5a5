package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.harness.Eventually;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.Service;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever watches the service learns that its state is gone before a run does. */
class ServedHealthTest {
    private final Path home = HomeFolder.lay("served-health");
    private final Path state = home.resolve("state.db");
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);

    @AfterEach
    void end() {
        sandbox.close();
        HomeFolder.remove(home);
    }

    @Test
    void isDownFromTheMomentWhenTheStateIsDeletedOrReplaced() throws Exception {
        HomeFolder.writeProperties(home, SyncSetup.plain(0));
        HomeFolder.writeCustomer(home, sandbox);
        ServedPages pages = ServedPages.in(home);
        Installation installation = Installation.find(home, null, null);
        try (Service service = Service.start(installation, RunCommand.customers(installation))) {
            assertThat(service.engine().camel().getRoutesSize()).isPositive();
            // Until the drop folder was looked into for the first time, Camel's own check of it says DOWN.
            Eventually.isTrue("UP", () -> pages.page("health").statusCode() == 200);

            Path aside = Files.move(state, home.resolve("aside.db"));
            requireDown(pages);
            Files.copy(aside, state);
            requireDown(pages);
            Files.move(aside, state, StandardCopyOption.REPLACE_EXISTING);

            assertThat(pages.page("health").statusCode()).as("put back").isEqualTo(200);
        }
    }

    private static void requireDown(ServedPages pages) throws Exception {
        HttpResponse<String> health = pages.page("health");
        assertThat(health.statusCode()).as(health.body()).isEqualTo(503);
        assertThat(health.body()).contains("was deleted or replaced while the program has it open");
    }
}
