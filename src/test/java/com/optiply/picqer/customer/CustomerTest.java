package com.optiply.picqer.customer;

import static com.optiply.picqer.picqer.OrderStatus.COMPLETED;
import static com.optiply.picqer.picqer.OrderStatus.EXPECTED;
import static com.optiply.picqer.picqer.OrderStatus.PAUSED;
import static com.optiply.picqer.picqer.OrderStatus.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.CustomerSettings.Compositions;
import com.optiply.picqer.customer.CustomerSettings.Export;
import com.optiply.picqer.customer.CustomerSettings.Flows;
import com.optiply.picqer.customer.CustomerSettings.OldMarker;
import com.optiply.picqer.customer.CustomerSettings.OptiplyCredentials;
import com.optiply.picqer.customer.CustomerSettings.Owner;
import com.optiply.picqer.customer.CustomerSettings.Paging;
import com.optiply.picqer.customer.CustomerSettings.SellOrders;
import com.optiply.picqer.customer.CustomerSettings.Suppliers;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.picqer.WarehouseId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerTest {
    private static final CustomerName ACME = new CustomerName("acme");
    private static final String CREDENTIALS =
            "{\"clientId\":\"shop\",\"clientSecret\":\"s3cret\",\"username\":\"api\",\"password\":\"p4ssword\"}";

    /** Only what has no default. */
    private static final Map<String, String> REQUIRED = Map.of(
            "since", "2025-02-01",
            "picqer.subdomain", "acme",
            "picqer.api-key", "k3y-k3y",
            "optiply.account", "1380",
            "optiply.credentials", CREDENTIALS);

    /** A value that is not the default for every setting, but for those that another one excludes. */
    private static final Map<String, String> EVERY = Map.ofEntries(
            Map.entry("since", "2024-09-24"),
            Map.entry("history-from", "2024-01-01"),
            Map.entry("timezone", "Europe/Brussels"),
            Map.entry("writes", "off"),
            Map.entry("send-synced-date", "false"),
            Map.entry("compositions", "none"),
            Map.entry("multi-supplier", "true"),
            Map.entry("export-purchase-orders", "false"),
            Map.entry("extra-attributes", "sellOrderLines.placed, suppliers.country"),
            Map.entry("suppliers.ignored", "optiply"),
            Map.entry("sell-orders.statuses", "completed, processing"),
            Map.entry("sell-orders.subtract-cancelled", "true"),
            Map.entry("sell-orders.changes-days", "365"),
            Map.entry("export.old-markers", "Optiply order {id}!, {id}"),
            Map.entry("export.as-concept", "true"),
            Map.entry("flows.suppliers", "off"),
            Map.entry("flows.supplier-names", "off"),
            Map.entry("flows.products", "off"),
            Map.entry("flows.supplier-products", "off"),
            Map.entry("flows.compositions", "off"),
            Map.entry("flows.compositions-in-full", "off"),
            Map.entry("flows.buy-orders", "off"),
            Map.entry("flows.item-deliveries", "off"),
            Map.entry("flows.sell-orders", "off"),
            Map.entry("flows.changed-sell-orders", "off"),
            Map.entry("flows.purchase-orders", "off"),
            Map.entry("flows.comparison", "off"),
            Map.entry("flows.supplier-import", "off"),
            Map.entry("picqer.base-url", "http://127.0.0.1:8081/api/v1"),
            Map.entry("picqer.api-key", "k3y-k3y"),
            Map.entry("picqer.requests-per-minute", "300"),
            Map.entry("picqer.paging", "plain"),
            Map.entry("optiply.account", "1381"),
            Map.entry("optiply.coupling", "9021"),
            Map.entry("optiply.client-id", "shop-2"),
            Map.entry("optiply.client-secret", "s3cret-2"),
            Map.entry("optiply.username", "api-2"),
            Map.entry("optiply.password", "p4ssword-2"),
            Map.entry("optiply.base-url", "https://api-accept.optiply.com/v1"),
            Map.entry("optiply.token-url", "https://dashboard-accept.optiply.com/api/auth/oauth/token"),
            Map.entry("optiply.requests-per-second-max", "7"),
            Map.entry("optiply.parallelism", "16"),
            Map.entry("warehouses.main", "18"),
            Map.entry("warehouses.stock", "21, 18"),
            Map.entry("guards.records", "10"),
            Map.entry("guards.share", "2.5 %"),
            Map.entry("guards.stock-zero-share", "0.5"));

    private static final Set<String> FLOWS = Set.of(
            "suppliers",
            "supplier-names",
            "products",
            "supplier-products",
            "compositions",
            "compositions-in-full",
            "buy-orders",
            "item-deliveries",
            "sell-orders",
            "changed-sell-orders",
            "supplier-import",
            "purchase-orders",
            "comparison");

    private static final Set<String> EXCLUDED_BY_ANOTHER = Set.of("picqer.subdomain", "optiply.credentials");

    @Test
    void hasTheseDefaults() {
        assertThat(settings(REQUIRED))
                .isEqualTo(new CustomerSettings(
                        ACME,
                        LocalDate.of(2025, 2, 1),
                        Optional.empty(),
                        ZoneId.of("Europe/Amsterdam"),
                        new CustomerSettings.Picqer(
                                URI.create("https://acme.picqer.com/api/v1"),
                                new Secret("k3y-k3y"),
                                OptionalInt.of(500),
                                Paging.OVERLAPPING),
                        new CustomerSettings.Optiply(
                                1380,
                                OptionalLong.empty(),
                                URI.create("https://api.optiply.com/v1"),
                                URI.create("https://dashboard.optiply.nl/api/auth/oauth/token"),
                                new OptiplyCredentials("shop", new Secret("s3cret"), "api", new Secret("p4ssword")),
                                OptionalInt.of(20),
                                4),
                        new CustomerSettings.Warehouses(Optional.empty(), Set.of()),
                        WriteScope.ALL,
                        true,
                        Compositions.WITH_STOCK,
                        new Suppliers(Owner.PICQER, false),
                        new SellOrders(EnumSet.of(PROCESSING, PAUSED, EXPECTED, COMPLETED), false, 45),
                        new Export(true, List.of(), false),
                        Set.of(),
                        new Flows(Set.of()),
                        new CustomerSettings.GuardSettings(250, new BigDecimal("0.05"), new BigDecimal("0.3"))));
    }

    @Test
    void mapsEverySetting() {
        assertThat(settings(EVERY))
                .isEqualTo(new CustomerSettings(
                        ACME,
                        LocalDate.of(2024, 9, 24),
                        Optional.of(LocalDate.of(2024, 1, 1)),
                        ZoneId.of("Europe/Brussels"),
                        new CustomerSettings.Picqer(
                                URI.create("http://127.0.0.1:8081/api/v1"),
                                new Secret("k3y-k3y"),
                                OptionalInt.of(300),
                                Paging.PLAIN),
                        new CustomerSettings.Optiply(
                                1381,
                                OptionalLong.of(9021),
                                URI.create("https://api-accept.optiply.com/v1"),
                                URI.create("https://dashboard-accept.optiply.com/api/auth/oauth/token"),
                                new OptiplyCredentials(
                                        "shop-2", new Secret("s3cret-2"), "api-2", new Secret("p4ssword-2")),
                                OptionalInt.of(7),
                                16),
                        new CustomerSettings.Warehouses(
                                Optional.of(new WarehouseId(18)), Set.of(new WarehouseId(18), new WarehouseId(21))),
                        WriteScope.OFF,
                        false,
                        Compositions.NONE,
                        new Suppliers(Owner.OPTIPLY, true),
                        new SellOrders(EnumSet.of(PROCESSING, COMPLETED), true, 365),
                        new Export(false, List.of(new OldMarker("Optiply order ", "!"), new OldMarker("", "")), true),
                        Set.of(ExtraAttribute.SUPPLIER_COUNTRY, ExtraAttribute.SELL_ORDER_LINE_PLACED),
                        new Flows(FLOWS),
                        new CustomerSettings.GuardSettings(10, new BigDecimal("0.025"), new BigDecimal("0.5"))));
    }

    /** So that a setting added without a value here fails. */
    @Test
    void bothTestsTogetherNameEverySetting() {
        Set<String> named = new TreeSet<>(EVERY.keySet());
        named.addAll(EXCLUDED_BY_ANOTHER);

        assertThat(named).isEqualTo(SettingPaths.paths(SettingsSection.top()));
    }

    /** So that a component added to the settings, and fed by no setting or by one that the test leaves out, fails. */
    @Test
    void everySettingMovesItsComponent() throws ReflectiveOperationException {
        Map<String, Object> standard = SettingPaths.leaves(settings(REQUIRED));
        Map<String, Object> every = SettingPaths.leaves(settings(EVERY));

        assertThat(standard).allSatisfy((component, value) -> {
            if (!Set.of("name", "picqer.apiKey").contains(component)) {
                assertThat(every.get(component)).as(component).isNotEqualTo(value);
            }
        });
    }

    @Test
    void documentsTheDefaultsThatItHas() {
        assertThat(settings(documentedDefaults())).isEqualTo(settings(REQUIRED));
    }

    @Test
    void acceptsItsOwnExamples() {
        for (String path : SettingPaths.paths(SettingsSection.top())) {
            Setting about = SettingPaths.about(path);
            if (!about.reference()) {
                SettingPaths.set(new Customer(), path, about.example());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"5 %,0.05", "5%,0.05", "0.05,0.05", "2.5 %,0.025", "100 %,1", "1,1", "0,0", "0 %,0"})
    void readsSharesEitherWay(String written, BigDecimal share) {
        Customer customer = customer(REQUIRED);
        customer.getGuards().setShare(written);

        assertThat(customer.settings(ACME).guards().share()).isEqualByComparingTo(share);
    }

    @Test
    void readsNoLimitAsUnlimited() {
        Customer customer = customer(REQUIRED);
        customer.getPicqer().setRequestsPerMinute("unlimited");
        customer.getOptiply().setRequestsPerSecondMax("unlimited");

        assertThat(customer.settings(ACME).picqer().requestsPerMinute()).isEmpty();
        assertThat(customer.settings(ACME).optiply().requestsPerSecondMax()).isEmpty();
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        Customer empty = new Customer();

        assertThat(empty.problems())
                .extracting(SettingProblem::path)
                .containsExactly(
                        "since", "picqer.subdomain", "picqer.api-key", "optiply.account", "optiply.credentials");
        assertThatThrownBy(() -> empty.settings(ACME))
                .isInstanceOf(IncompleteSettingsException.class)
                .hasMessageContainingAll("acme", "`since`", "`picqer.api-key`", "`optiply.credentials`");
    }

    @Test
    void tellsNoSecretWhenPrinted() {
        Customer customer = customer(EVERY);
        String printed = customer + " " + customer.getPicqer() + customer.getOptiply() + customer.settings(ACME);

        assertThat(printed).doesNotContain("k3y", "s3cret", "p4ssword");
    }

    @Test
    void tellsNoSecretWhenItRefusesOne() {
        OptiplySection optiply = new Customer().getOptiply();

        assertThatThrownBy(() -> optiply.setCredentials("{\"password\": p4ssword}"))
                .hasMessageNotContaining("p4ss")
                .hasNoCause();
        assertThatThrownBy(() -> optiply.setPassword(" p4ssword"))
                .hasMessageNotContaining("p4ss")
                .hasNoCause();
    }

    private static CustomerSettings settings(Map<String, String> values) {
        return customer(values).settings(ACME);
    }

    private static Customer customer(Map<String, String> values) {
        Customer customer = new Customer();
        values.forEach((path, value) -> SettingPaths.set(customer, path, value));
        return customer;
    }

    private static Map<String, String> documentedDefaults() {
        Map<String, String> values = new TreeMap<>(REQUIRED);
        for (String path : SettingPaths.paths(SettingsSection.top())) {
            String standard = SettingPaths.about(path).standard();
            boolean isWords = standard.startsWith("from ") || standard.startsWith("the ") || standard.equals("none");
            if (!standard.isEmpty() && !isWords) {
                values.put(path, standard);
            }
        }
        assertThat(values).hasSizeGreaterThan(REQUIRED.size());
        return values;
    }
}
