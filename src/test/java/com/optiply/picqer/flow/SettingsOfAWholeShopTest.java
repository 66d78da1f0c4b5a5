package com.optiply.picqer.flow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.ExtraAttribute;
import com.optiply.picqer.oracle.Account;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.oracle.Oracle;
import com.optiply.picqer.oracle.Settings;
import com.optiply.picqer.oracle.Shop;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.world.Worlds;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings that steer the rules, through every flow: the shop with every odd record, next to the oracle. */
class SettingsOfAWholeShopTest {

    /** Files that leave as few defaults as possible. */
    enum File {
        TELLS_ALL_IT_CAN(customer -> {
            customer.setExtraAttributes(Arrays.stream(ExtraAttribute.values())
                    .map(ExtraAttribute::code)
                    .collect(joining(", ")));
            customer.setCompositions("all");
            customer.setMultiSupplier("true");
            customer.getSellOrders().setSubtractCancelled("true");
            customer.getSuppliers().setIgnored("optiply");
        }),
        TELLS_AS_LITTLE_AS_IT_MAY(customer -> {
            customer.setCompositions("none");
            customer.setTimezone("America/New_York");
            customer.setHistoryFrom("2025-10-01");
            customer.getSellOrders().setStatuses("completed, expected");
        });

        private final Consumer<Customer> choices;

        File(Consumer<Customer> choices) {
            this.choices = choices;
        }
    }

    @ParameterizedTest
    @EnumSource(File.class)
    void comeToWhatTheOracleMakesOfThem(File file) {
        try (SyncWorld world =
                SyncSetup.of(Worlds.whole()).choosing(file.choices).start()) {
            world.optiply()
                    .switches(OptiplySwitches.defaults()
                            .withExtraAttributes(Arrays.stream(ExtraAttribute.values())
                                    .map(ExtraAttribute::code)
                                    .toArray(String[]::new)));
            world.runAll();

            assertThat(world.differencesOfAFirstLoad()).isEmpty();
            world.sandbox().log().clear();
            world.runAll();
            assertThat(world.writes())
                    .filteredOn(request -> request.applied() < 400)
                    .extracting(LoggedRequest::path)
                    .as("writes of runs without changes")
                    .isEmpty();
        }
    }

    /** As a fulfilment customer: suppliers are known by their names only, and stock lies in two places. */
    @Test
    void withoutAccessToSuppliersTheyAreMadeOfTheirNames() {
        try (SyncWorld world = SyncSetup.of(Worlds.whole())
                .choosing(customer -> customer.getWarehouses().setStock("18, 21"))
                .start()) {
            world.faults().add(Fault.status(403).on("GET", "/picqer/acme/api/v1/suppliers.*"));
            world.runAll();

            Settings settings = fulfilment(world.oracleSettings());
            Shop documents = Shop.read(world.shop(), ShopOptions.KEY);
            Account held = Account.read(world.account(), settings, documents);
            assertThat(Oracle.of(documents, settings, History.none()).differences(held))
                    .isEmpty();
            assertThat(world.account().all("suppliers")).isNotEmpty();
            world.sandbox().log().clear();
            world.runAll();
            assertThat(world.writes())
                    .filteredOn(request -> request.applied() < 400)
                    .extracting(LoggedRequest::path)
                    .isEmpty();
        }
    }

    private static Settings fulfilment(Settings usual) {
        return new Settings(
                usual.main(),
                Set.of(18L, 21L),
                usual.timezone(),
                usual.since(),
                usual.historyFrom(),
                usual.compositions(),
                usual.isMultiSupplier(),
                usual.ignoredOwner(),
                usual.sellOrderStatuses(),
                usual.subtractsCancelled(),
                usual.extraAttributes(),
                true,
                usual.coupling());
    }
}
