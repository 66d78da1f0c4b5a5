package com.optiply.picqer.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The search for credentials finds them: also the tokens that Optiply gave out, in all that a process can leave. */
class CanariesTest {
    private final Path home = HomeFolder.lay("canaries");
    private final SyncSetup setup = SyncSetup.plain(3);
    private final SyncWorld world = setup.start();
    private final List<String> tokens = new ArrayList<>();

    @AfterEach
    void end() {
        world.close();
        HomeFolder.remove(home);
    }

    @Test
    void aProcessLeavesNoneAndEachTokenThatItGotWouldBeFoundInWhateverItLeaves() throws Exception {
        HomeFolder.writeProperties(home, setup);
        HomeFolder.leaveOnlyOn(HomeFolder.writeCustomer(home, world.sandbox()), Flow.PRODUCTS);
        world.distort((request, answer) -> {
            if (request.path().endsWith("/token")) {
                JsonNode given = DoorSamples.read(new String(answer.body(), UTF_8));
                tokens.add(given.path("access_token").asText());
                tokens.add(given.path("refresh_token").asText());
            }
            return answer;
        });

        Program program = Program.startLoggingAll(home, "run", "acme", "products");

        assertThat(program.exit()).as(program.err()).isZero();
        assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
        Path wholeLog = program.folder().resolve(Program.WHOLE_LOG);
        assertThat(Files.readString(wholeLog)).contains(" TRACE ", "Authorization: ***", "/v1/products");
        assertThat(program.err()).doesNotContain(" DEBUG ", " TRACE ");
        Canaries.requireNoneIn(home);
        for (String token : tokens) {
            requireFound(wholeLog, "Authorization: Bearer " + token);
            requireFound(program.folder().resolve("err"), token);
            requireFound(program.folder().resolve("out"), "{\"refresh_token\":\"" + token + "\"}");
            requireFound(home.resolve("state.db"), token.substring(0, 30));
        }
    }

    @Test
    void aTokenInTheStateOfAProgramInThisProcessIsFound() throws IOException {
        world.run();
        Canaries.requireNoneInTheStateIn(world.home());

        Files.writeString(world.home().resolve("other.db"), OptiplySimulator.TOKEN_BEGINNING + "-0001");

        assertThatThrownBy(() -> Canaries.requireNoneInTheStateIn(world.home())).isInstanceOf(AssertionError.class);
    }

    /** Puts it at the end of the file, and takes it out again. */
    private void requireFound(Path file, String planted) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Files.writeString(file, planted, StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Canaries.requireNoneIn(home))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(file.getFileName().toString());
        Files.write(file, before);
    }
}
