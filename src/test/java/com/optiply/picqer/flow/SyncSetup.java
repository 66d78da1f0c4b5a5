package com.optiply.picqer.flow;

import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.GuardSettings;
import com.optiply.picqer.customer.CustomerSettings.Paging;
import com.optiply.picqer.customer.OptiplySection;
import com.optiply.picqer.flow.page.Extras;
import com.optiply.picqer.oracle.Settings;
import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.ApiCredentials;
import com.optiply.picqer.sandbox.optiply.Coupling;
import com.optiply.picqer.sandbox.world.World;
import com.optiply.picqer.sandbox.world.Worlds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SyncWorld} begins with.
 *
 * @param isCoupled whether records in Optiply bear their Picqer id
 * @param freshState gives the JDBC address of a database that nobody has used; null: SQLite files
 * @param silence how long a server may be silent
 * @param guards as the customer's file would set them
 * @param choices whatever else the customer's file would set
 */
public record SyncSetup(
        World world,
        long seed,
        boolean isCoupled,
        @Nullable Supplier<String> freshState,
        Duration silence,
        GuardSettings guards,
        boolean sendsSyncedDate,
        Paging paging,
        Consumer<Customer> choices) {
    public static final CustomerName ACME = new CustomerName("acme");
    public static final long ACCOUNT = 1380;
    public static final Coupling COUPLING = new Coupling(9021, "picqer");
    public static final long MAIN_WAREHOUSE = 18;
    /** Sees what belongs to that customer of the shop, and nothing else. */
    public static final String FULFILMENT_KEY = "fulfilment-key";

    public static final long FULFILMENT_CUSTOMER = 501;

    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    static final ApiCredentials OPTIPLY_USER =
            new ApiCredentials("acme-webshop", "client-secret-5d1", "api_imports_acme_1", "pass word&+%");

    /** Nothing is held: for tests that are about something else and change a large part of a small shop. */
    private static final GuardSettings OPEN = new GuardSettings(1_000_000, BigDecimal.ONE, BigDecimal.ONE);

    /** So long that no busy machine reaches it. */
    private static final Duration PATIENT = Duration.ofSeconds(10);

    public static SyncSetup of(World world) {
        return new SyncSetup(world, 20251008, true, null, PATIENT, OPEN, true, Paging.OVERLAPPING, customer -> {});
    }

    public static SyncSetup plain(int products) {
        return of(Worlds.plain(products));
    }

    public SyncSetup seeded(long seed) {
        return new SyncSetup(world, seed, isCoupled, freshState, silence, guards, sendsSyncedDate, paging, choices);
    }

    public SyncSetup withoutCoupling() {
        return new SyncSetup(world, seed, false, freshState, silence, guards, sendsSyncedDate, paging, choices);
    }

    public SyncSetup keepingStateIn(Supplier<String> fresh) {
        return new SyncSetup(world, seed, isCoupled, fresh, silence, guards, sendsSyncedDate, paging, choices);
    }

    /** For tests in which a server falls silent and nobody wants to wait. */
    public SyncSetup impatient() {
        return silentAtMost(Duration.ofSeconds(1));
    }

    public SyncSetup silentAtMost(Duration longest) {
        return new SyncSetup(world, seed, isCoupled, freshState, longest, guards, sendsSyncedDate, paging, choices);
    }

    public SyncSetup guardedAsUsual() {
        return guardedBy(250, "0.05", "0.30");
    }

    public SyncSetup guardedBy(int records, String share, String stockZeroShare) {
        GuardSettings limits = new GuardSettings(records, new BigDecimal(share), new BigDecimal(stockZeroShare));
        return new SyncSetup(world, seed, isCoupled, freshState, silence, limits, sendsSyncedDate, paging, choices);
    }

    /** Writes then carry nothing but what changed, so that a test can name the whole body. */
    public SyncSetup withoutSyncedDate() {
        return new SyncSetup(world, seed, isCoupled, freshState, silence, guards, false, paging, choices);
    }

    public SyncSetup pagingPlainly() {
        return new SyncSetup(
                world, seed, isCoupled, freshState, silence, guards, sendsSyncedDate, Paging.PLAIN, choices);
    }

    /** What else the customer's file sets, besides what was chosen before. */
    public SyncSetup choosing(Consumer<Customer> more) {
        return new SyncSetup(
                world, seed, isCoupled, freshState, silence, guards, sendsSyncedDate, paging, choices.andThen(more));
    }

    /** Starts the sandbox and the engine. */
    public SyncWorld start() {
        return SyncWorld.start(this);
    }

    OptionalLong coupling() {
        return isCoupled ? OptionalLong.of(COUPLING.id()) : OptionalLong.empty();
    }

    /** The same customer in the oracle's own words. */
    Settings oracle(Sandbox sandbox) {
        CustomerSettings customer = customer(sandbox);
        return new Settings(
                MAIN_WAREHOUSE,
                Set.of(MAIN_WAREHOUSE),
                customer.timezone(),
                SINCE,
                customer.historyFrom().orElse(null),
                Settings.Compositions.valueOf(customer.compositions().name()),
                customer.suppliers().multiSupplier(),
                Settings.IgnoredOwner.valueOf(customer.suppliers().ignored().name()),
                customer.sellOrders().statuses().stream().map(OrderStatus::code).collect(toSet()),
                customer.sellOrders().subtractCancelled(),
                Extras.of(customer),
                customer.picqer().apiKey().reveal().equals(FULFILMENT_KEY),
                isCoupled ? Long.toString(COUPLING.id()) : null);
    }

    /** The lines of {@code application.properties}. */
    String properties(String stateUrl) {
        return """
                picqer-optiply.database.url=%s
                picqer-optiply.door.connect-timeout=2s
                picqer-optiply.door.response-timeout=%dms
                picqer-optiply.door.total-timeout=%dms
                picqer-optiply.door.patience=2s
                picqer-optiply.door.rate-limit-patience=5s
                camel.main.jmx-enabled=false
                camel.main.shutdown-timeout=5
                camel.main.startup-summary-level=Off
                """
                .formatted(stateUrl, silence.toMillis(), silence.multipliedBy(2).toMillis());
    }

    CustomerSettings customer(Sandbox sandbox) {
        return customer(ACME, sandbox, ACCOUNT);
    }

    /** A customer whose shop in the sandbox bears its name. */
    public CustomerSettings customer(CustomerName name, Sandbox sandbox, long account) {
        Customer settings = new Customer();
        settings.setSince(SINCE.toString());
        settings.setSendSyncedDate(String.valueOf(sendsSyncedDate));
        settings.getWarehouses().setMain(String.valueOf(MAIN_WAREHOUSE));
        settings.getGuards().setRecords(String.valueOf(guards.records()));
        settings.getGuards().setShare(guards.share().toPlainString());
        settings.getGuards().setStockZeroShare(guards.stockZeroShare().toPlainString());
        settings.getPicqer().setBaseUrl(sandbox.picqerUri(name.value()).toString());
        settings.getPicqer().setApiKey(ShopOptions.KEY);
        settings.getPicqer().setRequestsPerMinute("unlimited");
        settings.getPicqer().setPaging(paging.name().toLowerCase(Locale.ROOT));
        fill(settings.getOptiply(), sandbox, account);
        choices.accept(settings);
        return settings.settings(name);
    }

    private void fill(OptiplySection optiply, Sandbox sandbox, long account) {
        optiply.setAccount(String.valueOf(account));
        coupling().ifPresent(id -> optiply.setCoupling(String.valueOf(id)));
        optiply.setBaseUrl(sandbox.optiplyUri().toString());
        optiply.setTokenUrl(sandbox.optiplyTokenUri().toString());
        optiply.setClientId(OPTIPLY_USER.clientId());
        optiply.setClientSecret(OPTIPLY_USER.clientSecret());
        optiply.setUsername(OPTIPLY_USER.username());
        optiply.setPassword(OPTIPLY_USER.password());
        optiply.setRequestsPerSecondMax("unlimited");
    }
}
