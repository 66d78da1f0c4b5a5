package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.RemoteIdKey;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sync.run.Flow;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An Optiply that does not show the ids of our records under the number of the coupling that they were given for. */
class HiddenIdsTest {
    private static final int PRODUCTS = 5;

    private final SyncWorld world = SyncSetup.plain(PRODUCTS).impatient().start();

    /** What it shows instead. */
    enum Instead {
        /** The coupling's name in the place of its number. */
        NAMES,
        NOTHING
    }

    @AfterEach
    void end() {
        world.close();
    }

    private void show(Instead instead) {
        switch (instead) {
            case NAMES -> world.optiply().switches(OptiplySwitches.defaults().with(RemoteIdKey.COUPLING_NAME));
            case NOTHING -> world.distort((request, answer) -> new SimulatedResponse(
                    answer.status(),
                    answer.headers(),
                    new String(answer.body(), UTF_8)
                            .replaceAll("\"remoteIdMap\":\\{[^}]*}", "\"remoteIdMap\":{}")
                            .getBytes(UTF_8)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void stopsTheCustomerInWordsAtTheFirstAnswerAndSendsNothingAfterThat(Instead instead) {
        show(instead);

        refuses("answered a create with {", "Compare `optiply.coupling`", "leave it out");
        world.sandbox().log().clear();
        refuses("did not show them", "leave it out");
        assertThat(world.sandbox().log().total()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void goesByNaturalKeysWhenTheCouplingIsLeftOut(Instead instead) {
        show(instead);
        world.tryRun();
        world.leaveOutCoupling();

        assertThat(world.run().counts().unchanged()).isEqualTo(PRODUCTS);

        assertThat(world.products()).hasSize(PRODUCTS);
    }

    @ParameterizedTest
    @EnumSource
    void createsNothingTwiceWhereNotOneAnswerCame(Instead instead) {
        show(instead);
        world.faults().add(Fault.resetAfter().on("POST", "/optiply/v1/products"));
        world.tryRun();
        world.faults().clear();

        world.tryRun();

        assertThat(world.products()).hasSize(PRODUCTS);
    }

    @Test
    void createsNothingTwiceWhereTheStateIsLostAndCouplingsAreToldByName() {
        show(Instead.NAMES);
        world.tryRun();
        assertThat(world.products()).hasSize(PRODUCTS);
        world.loseState();

        refuses("listed {\"picqer\":", "Compare `optiply.coupling`");
        assertThat(world.products()).hasSize(PRODUCTS);
    }

    /** A state of before this was noted has records in Optiply, and no word of what showed them. */
    @Test
    void stopsNobodyWhoIsAtWorkForWhatASingleAnswerDoesNotShow() {
        world.run();
        world.engine().store().saveDurably(tx -> tx.watermarks()
                .remove(SyncSetup.ACME, List.of("optiply remote ids", "optiply remote ids of products")));
        show(Instead.NOTHING);
        world.user()
                .addProduct(instance.objectNode()
                        .put("productcode", "NEW-1")
                        .put("name", "New")
                        .put("type", "normal")
                        .put("price", 1.25));

        assertThat(world.run().counts().written().create()).isEqualTo(1);
    }

    private void refuses(String... words) {
        assertThat(world.tryRun(Flow.PRODUCTS)).singleElement().satisfies(result -> assertThat(result.thrown())
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContainingAll(words));
    }
}
