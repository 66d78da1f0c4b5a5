package com.optiply.picqer.sync;

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
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A customer's settings in their defaults, and with one thing different. */
final class Acme {
    static final CustomerName NAME = new CustomerName("acme");
    static final long COUPLING = 9021;
    static final Guards GUARDS = new Guards(250, new BigDecimal("0.05"), new BigDecimal("0.30"));

    private Acme() {}

    static CustomerSettings settings() {
        return settings(OptionalLong.of(COUPLING), warehouses(null), Writes.ALL, GUARDS);
    }

    static CustomerSettings withoutCoupling() {
        return settings(OptionalLong.empty(), warehouses(null), Writes.ALL, GUARDS);
    }

    static CustomerSettings writing(Writes writes) {
        return settings(OptionalLong.of(COUPLING), warehouses(null), writes, GUARDS);
    }

    static CustomerSettings guardedBy(Guards guards) {
        return settings(OptionalLong.of(COUPLING), warehouses(null), Writes.ALL, guards);
    }

    static CustomerSettings stockedIn(Warehouses warehouses) {
        return settings(OptionalLong.of(COUPLING), warehouses, Writes.ALL, GUARDS);
    }

    static Warehouses warehouses(@Nullable Long main, long... stock) {
        return new Warehouses(
                Optional.ofNullable(main).map(WarehouseId::new),
                Arrays.stream(stock).mapToObj(WarehouseId::new).collect(Collectors.toSet()));
    }

    private static CustomerSettings settings(
            OptionalLong coupling, Warehouses warehouses, Writes writes, Guards guards) {
        URI picqer = URI.create("https://acme.picqer.com/api/v1");
        URI optiply = URI.create("https://api.optiply.com/v1");
        OptiplyCredentials credentials = new OptiplyCredentials("client", new Secret("s"), "user", new Secret("p"));
        return new CustomerSettings(
                NAME,
                LocalDate.of(2025, 2, 1),
                ZoneId.of("Europe/Amsterdam"),
                new CustomerSettings.Picqer(picqer, new Secret("k"), OptionalInt.of(500), Paging.OVERLAPPING),
                new CustomerSettings.Optiply(1380, coupling, optiply, optiply, credentials, OptionalInt.of(20), 4),
                warehouses,
                writes,
                true,
                Compositions.WITH_STOCK,
                guards);
    }
}
