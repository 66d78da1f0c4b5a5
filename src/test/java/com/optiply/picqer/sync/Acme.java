package com.optiply.picqer.sync;

import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.GuardSettings;
import com.optiply.picqer.customer.CustomerSettings.Warehouses;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.picqer.WarehouseId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A customer's settings in their defaults, and with one thing different. */
public final class Acme {
    public static final CustomerName NAME = new CustomerName("acme");
    public static final long COUPLING = 9021;
    public static final GuardSettings GUARDS = new GuardSettings(250, new BigDecimal("0.05"), new BigDecimal("0.30"));

    private Acme() {}

    public static CustomerSettings settings() {
        return with(settings -> {});
    }

    public static CustomerSettings withoutCoupling() {
        return customer().settings(NAME);
    }

    public static CustomerSettings writing(WriteScope writes) {
        return with(settings -> settings.setWrites(writes.name().toLowerCase(Locale.ROOT)));
    }

    public static CustomerSettings notExporting() {
        return with(settings -> settings.setExportPurchaseOrders("false"));
    }

    public static CustomerSettings guardedBy(GuardSettings guards) {
        return with(settings -> {
            settings.getGuards().setRecords(String.valueOf(guards.records()));
            settings.getGuards().setShare(guards.share().toPlainString());
            settings.getGuards().setStockZeroShare(guards.stockZeroShare().toPlainString());
        });
    }

    public static CustomerSettings stockedIn(Warehouses warehouses) {
        return with(settings -> {
            warehouses.main().ifPresent(id -> settings.getWarehouses().setMain(id.toString()));
            if (!warehouses.stock().isEmpty()) {
                settings.getWarehouses()
                        .setStock(warehouses.stock().stream()
                                .map(WarehouseId::toString)
                                .collect(Collectors.joining(", ")));
            }
        });
    }

    public static Warehouses warehouses(@Nullable Long main, long... stock) {
        return new Warehouses(
                Optional.ofNullable(main).map(WarehouseId::new),
                Arrays.stream(stock).mapToObj(WarehouseId::new).collect(Collectors.toSet()));
    }

    private static CustomerSettings with(Consumer<Customer> difference) {
        Customer settings = customer();
        settings.getOptiply().setCoupling(String.valueOf(COUPLING));
        difference.accept(settings);
        return settings.settings(NAME);
    }

    private static Customer customer() {
        Customer settings = new Customer();
        settings.setSince("2025-02-01");
        settings.getPicqer().setSubdomain("acme");
        settings.getPicqer().setApiKey("picqer-key-of-acme");
        settings.getOptiply().setAccount("1380");
        settings.getOptiply().setClientId("client");
        settings.getOptiply().setClientSecret("client-secret-of-acme");
        settings.getOptiply().setUsername("user");
        settings.getOptiply().setPassword("password-of-acme");
        return settings;
    }
}
