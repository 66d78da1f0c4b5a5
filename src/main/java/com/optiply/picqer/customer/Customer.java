package com.optiply.picqer.customer;

import com.optiply.picqer.customer.CustomerSettings.Compositions;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings bean of a customer file, in the form that Camel fills: one setter per key, one getter per section.
 *
 * <p>Each setter takes the text as it stands in the file and refuses what it does not know. Not thread-safe: it is
 * filled by one thread and then read once, with {@link #settings}, into the immutable form that everything else uses.
 *
 * <pre>{@code
 * - beans:
 *     - name: acme
 *       type: com.optiply.picqer.customer.Customer
 *       properties:
 *         since: "2025-02-01"
 * }</pre>
 */
public final class Customer {
    private @Nullable LocalDate since;
    private Optional<LocalDate> historyFrom = Optional.empty();
    private ZoneId timezone = ZoneId.of("Europe/Amsterdam");
    private WriteScope writes = WriteScope.ALL;
    private boolean sendSyncedDate = true;
    private Compositions compositions = Compositions.WITH_STOCK;
    private boolean multiSupplier;
    private boolean exportPurchaseOrders = true;
    private Set<ExtraAttribute> extraAttributes = Set.of();
    private final PicqerSection picqer = new PicqerSection();
    private final OptiplySection optiply = new OptiplySection();
    private final WarehousesSection warehouses = new WarehousesSection();
    private final SuppliersSection suppliers = new SuppliersSection();
    private final SellOrdersSection sellOrders = new SellOrdersSection();
    private final ExportSection export = new ExportSection();
    private final FlowsSection flows = new FlowsSection();
    private final GuardsSection guards = new GuardsSection();

    @Setting(
            meaning = "The day this customer was connected to Optiply; it decides who owns flags that an old customer"
                    + " manages in Optiply.",
            allowed = "a day, year first",
            example = "2025-02-01")
    public void setSince(String day) {
        since = SettingValues.day(day);
    }

    @Setting(
            meaning = "The day from which on the first load reads orders, purchase orders and receipts, by the day"
                    + " they were created.",
            allowed = "a day, year first",
            standard = "the beginning",
            example = "2024-01-01")
    public void setHistoryFrom(String day) {
        historyFrom = Optional.of(SettingValues.day(day));
    }

    @Setting(
            meaning = "The zone of Picqer's times, which carry none, and of every cron schedule.",
            allowed = "a region of the time zone database",
            standard = "Europe/Amsterdam",
            example = "Europe/Brussels")
    public void setTimezone(String zone) {
        timezone = SettingValues.zone(zone);
    }

    @Setting(
            meaning = "Where this program writes: everywhere, to Optiply only, or nowhere (all is read, compared and"
                    + " reported).",
            allowed = "`all`, `optiply`, `off`",
            standard = "all",
            example = "off")
    public void setWrites(String choice) {
        writes = SettingValues.choice(WriteScope.class, choice);
    }

    @Setting(
            meaning = "Whether the time of reading travels with each write, as remoteDataSyncedToDate.",
            allowed = "`true`, `false`",
            standard = "true",
            example = "false")
    public void setSendSyncedDate(String choice) {
        sendSyncedDate = SettingValues.trueOrFalse(choice);
    }

    @Setting(
            meaning = "Which composed products are sent with their parts: those with stock of their own, the virtual"
                    + " ones too, or none.",
            allowed = "`with-stock`, `all`, `none`",
            standard = "with-stock",
            example = "all")
    public void setCompositions(String choice) {
        compositions = SettingValues.choice(Compositions.class, choice);
    }

    @Setting(
            meaning = "Whether products have several suppliers in Optiply: then no supplier is made the preferred one,"
                    + " and only the supplier that Picqer names is touched.",
            allowed = "`true`, `false`",
            standard = "false",
            example = "true")
    public void setMultiSupplier(String choice) {
        multiSupplier = SettingValues.trueOrFalse(choice);
    }

    @Setting(
            meaning = "Whether orders placed in Optiply are written to Picqer as purchase orders.",
            allowed = "`true`, `false`",
            standard = "true",
            example = "false")
    public void setExportPurchaseOrders(String choice) {
        exportPurchaseOrders = SettingValues.trueOrFalse(choice);
    }

    @Setting(
            meaning = "Attributes that this customer's Optiply accepts beyond the public ones; only what is listed here"
                    + " is sent.",
            allowed = "one or more of `suppliers.country`, `products.purchaseInQuantitiesOf`,"
                    + " `products.minimumPurchaseQuantity`, `supplierProducts.unlimitedStock`,"
                    + " `supplierProducts.assembled`, `sellOrders.status`, `sellOrderLines.placed`, as one text,"
                    + " separated by commas",
            standard = "none",
            example = "suppliers.country, sellOrders.status")
    public void setExtraAttributes(String names) {
        extraAttributes = SettingLists.choices(List.of(ExtraAttribute.values()), ExtraAttribute::code, names);
    }

    public PicqerSection getPicqer() {
        return picqer;
    }

    public OptiplySection getOptiply() {
        return optiply;
    }

    public WarehousesSection getWarehouses() {
        return warehouses;
    }

    public SuppliersSection getSuppliers() {
        return suppliers;
    }

    public SellOrdersSection getSellOrders() {
        return sellOrders;
    }

    public ExportSection getExport() {
        return export;
    }

    public FlowsSection getFlows() {
        return flows;
    }

    public GuardsSection getGuards() {
        return guards;
    }

    /** What is missing or contradicts; empty when {@link #settings} will succeed. */
    public List<SettingProblem> problems() {
        List<SettingProblem> problems = new ArrayList<>();
        if (since == null) {
            problems.add(new SettingProblem("since", "`since` is missing: the day this customer was connected."));
        }
        problems.addAll(picqer.problems());
        problems.addAll(optiply.problems());
        return problems;
    }

    /** The settings, complete and unchangeable; {@link IncompleteSettingsException} with every {@link #problems}. */
    public CustomerSettings settings(CustomerName name) {
        LocalDate connected = since;
        List<SettingProblem> problems = problems();
        if (connected == null || !problems.isEmpty()) {
            throw new IncompleteSettingsException(name, problems);
        }
        return new CustomerSettings(
                name,
                connected,
                historyFrom,
                timezone,
                picqer.settings(),
                optiply.settings(),
                warehouses.settings(),
                writes,
                sendSyncedDate,
                compositions,
                suppliers.settings(connected, multiSupplier),
                sellOrders.settings(),
                export.settings(exportPurchaseOrders),
                extraAttributes,
                flows.settings(),
                guards.settings());
    }

    /** Camel prints this when it refuses a bean, so it names the type and tells no value. */
    @Override
    public String toString() {
        return "Customer settings";
    }
}
