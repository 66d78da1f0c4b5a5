package com.optiply.picqer.bench;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.Compositions;
import com.optiply.picqer.customer.CustomerSettings.Guards;
import com.optiply.picqer.customer.CustomerSettings.OptiplyCredentials;
import com.optiply.picqer.customer.CustomerSettings.Paging;
import com.optiply.picqer.customer.CustomerSettings.Warehouses;
import com.optiply.picqer.customer.CustomerSettings.Writes;
import com.optiply.picqer.customer.Secret;
import com.optiply.picqer.picqer.WarehouseId;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.ApiCredentials;
import com.optiply.picqer.sandbox.optiply.Coupling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** A fresh Optiply account of the sandbox, in the form in which each of its users wants it. */
record BenchAccount(long id) {
    static final String SHOP = "bench";
    static final long COUPLING = 9021;
    static final long WAREHOUSE = 18;

    /** Writes under way at once, ours and the floor's. */
    static final int PARALLELISM = 4;

    private static final Guards GUARDS = new Guards(250, new BigDecimal("0.05"), new BigDecimal("0.30"));

    ApiCredentials credentials() {
        return new ApiCredentials("bench", "bench-secret", "user-" + id, "user-secret");
    }

    Coupling coupling() {
        return new Coupling(COUPLING, "picqer");
    }

    CustomerName customer() {
        return new CustomerName("bench-" + id);
    }

    /** Every setting as it is by default, but no limit on requests. */
    CustomerSettings settings(Addresses sandbox) {
        return new CustomerSettings(
                customer(),
                LocalDate.of(2025, 1, 1),
                ZoneId.of("Europe/Amsterdam"),
                new CustomerSettings.Picqer(
                        sandbox.picqer(), new Secret(ShopOptions.KEY), OptionalInt.empty(), Paging.OVERLAPPING),
                optiply(sandbox),
                new Warehouses(Optional.of(new WarehouseId(WAREHOUSE)), Set.of()),
                Writes.ALL,
                true,
                Compositions.WITH_STOCK,
                GUARDS);
    }

    private CustomerSettings.Optiply optiply(Addresses sandbox) {
        ApiCredentials parts = credentials();
        return new CustomerSettings.Optiply(
                id,
                OptionalLong.of(COUPLING),
                sandbox.optiply(),
                sandbox.token(),
                new OptiplyCredentials(
                        parts.clientId(),
                        new Secret(parts.clientSecret()),
                        parts.username(),
                        new Secret(parts.password())),
                OptionalInt.empty(),
                PARALLELISM);
    }
}
