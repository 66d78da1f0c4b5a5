package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.sync.run.Flow;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer's file that names another account in Optiply, or another coupling, than the runs before went to. */
class OtherAccountTest {
    private final SyncWorld world = SyncSetup.plain(5).withoutCoupling().start();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void isRefusedOnceAnythingHasGoneToTheFormerOne() {
        world.run(Flow.PRODUCTS);

        refuses(customer -> customer.getOptiply().setAccount("1381"), "account 1381 without a coupling");
        world.choose(OtherAccountTest::nameOurs);
        assertThat(world.run(Flow.PRODUCTS).get(0).counts().unchanged()).isEqualTo(5);

        refuses(customer -> customer.getOptiply().setCoupling("9021"), "account 1380 with coupling 9021");
    }

    private void refuses(Consumer<Customer> change, String now) {
        world.choose(change);
        world.sandbox().log().clear();

        assertThat(world.tryRun(Flow.PRODUCTS)).singleElement().satisfies(result -> assertThat(result.thrown())
                .isInstanceOf(SettingRefusedException.class)
                .hasMessageContaining(
                        now, "went to account 1380 without a coupling", "Set `optiply.account`", "must not have one"));
        assertThat(world.sandbox().log().total()).isZero();
    }

    @Test
    void mayBeCorrectedAsLongAsNothingHasGoneToIt() {
        world.choose(customer -> customer.getOptiply().setAccount("4711"));
        assertThat(world.tryRun(Flow.PRODUCTS)).singleElement().satisfies(result -> assertThat(result.thrown())
                .isInstanceOf(Failure.class));

        world.choose(OtherAccountTest::nameOurs);

        assertThat(world.run(Flow.PRODUCTS).get(0).counts().written().create()).isEqualTo(5);
    }

    private static void nameOurs(Customer customer) {
        customer.getOptiply().setAccount(Long.toString(SyncSetup.ACCOUNT));
    }
}
