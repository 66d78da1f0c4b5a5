package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.Backstage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One Picqer account: what is in it, the switches it runs with and its keys. Its monitor guards all of it; the public
 * methods take it, everything package-private expects it to be held.
 */
public final class PicqerShop implements Backstage {
    /** The only user of the shop, by id. */
    static final long USER = 7;

    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Clock clock;
    private final List<ApiKey> keys;
    private final Consumer<PicqerShop> world;
    private final PicqerSwitches switchesAtFirst;
    private final RateLimiter limiter;
    private final Products products = new Products(this);
    private final Parts parts = new Parts(this);
    private final Suppliers suppliers = new Suppliers();
    private final Warehouses warehouses = new Warehouses();
    private final VatGroups vatGroups = new VatGroups();
    private final StockHistory stockHistory = new StockHistory(this);
    private final WarehouseSettings warehouseSettings = new WarehouseSettings();
    private final PurchaseOrders purchaseOrders = new PurchaseOrders(this);
    private final Receipts receipts = new Receipts(this);
    private final Orders orders = new Orders(this);
    private final Fulfilment fulfilment = new Fulfilment(this);
    private final ShopUser user = new ShopUser(this);
    private volatile PicqerSwitches switches;

    /**
     * @param clock in the zone whose wall-clock times the shop writes
     * @param requestsPerMinute per key; {@link Integer#MAX_VALUE} is no limit
     * @param world fills the shop, now and at each reset
     */
    public PicqerShop(
            Clock clock,
            List<ApiKey> keys,
            int requestsPerMinute,
            PicqerSwitches switches,
            Consumer<PicqerShop> world) {
        this.clock = clock;
        this.keys = List.copyOf(keys);
        this.switchesAtFirst = switches;
        this.switches = switches;
        this.world = world;
        limiter = new RateLimiter(clock, requestsPerMinute);
        world.accept(this);
    }

    /** What the people at the shop do in Picqer's own screens. */
    public ShopUser user() {
        return user;
    }

    public PicqerSwitches switches() {
        return switches;
    }

    public void switches(PicqerSwitches switches) {
        this.switches = switches;
    }

    public List<ApiKey> keys() {
        return keys;
    }

    /** Sets the limit from the next request on; what was used of the minute stays used. */
    public synchronized void rateLimit(int requestsPerMinute) {
        limiter.limit(requestsPerMinute);
    }

    /** Puts a row straight into the catalogue; for generators, which keep rows leaner than this package would. */
    public synchronized void putProduct(Row row) {
        products.put(row);
    }

    /**
     * Puts a row straight into the list, as {@link #putProduct} does.
     *
     * @param lastLine the highest id among its lines, so that lines made later get others
     */
    public synchronized void putPurchaseOrder(Row row, long lastLine) {
        purchaseOrders.put(row, lastLine);
    }

    public synchronized void putReceipt(Row row, long lastLine) {
        receipts.put(row, lastLine);
    }

    public synchronized void putOrder(Row row, long lastLine) {
        orders.put(row, lastLine);
    }

    public synchronized List<ObjectNode> allSuppliers() {
        return Stream.concat(
                        suppliers.active().oldestFirst(), suppliers.inactive().oldestFirst())
                .map(Row::document)
                .toList();
    }

    public synchronized List<ObjectNode> allReceipts() {
        return receipts.table().oldestFirst().map(Row::document).toList();
    }

    public synchronized List<ObjectNode> allOrders() {
        return orders.table().oldestFirst().map(Row::document).toList();
    }

    public synchronized List<ObjectNode> allProducts() {
        return products.all().map(Row::document).toList();
    }

    public synchronized Optional<ObjectNode> product(long idproduct) {
        return products.find(idproduct).map(Row::document);
    }

    public synchronized List<ObjectNode> allPurchaseOrders() {
        return purchaseOrders.table().oldestFirst().map(Row::document).toList();
    }

    public synchronized int activeProducts() {
        return products.active().size();
    }

    @Override
    public JsonNode perform(String action, ObjectNode arguments) {
        return ShopActions.perform(this, action, arguments);
    }

    @Override
    public synchronized ObjectNode state() {
        ObjectNode state = PicqerJson.object();
        state.set("warehouses", all(warehouses.table()));
        state.set("suppliers", all(suppliers.active()));
        state.set("inactive_suppliers", all(suppliers.inactive()));
        state.set("products", all(products.active()));
        state.set("inactive_products", all(products.inactive()));
        state.set("purchaseorders", all(purchaseOrders.table()));
        state.set("receipts", all(receipts.table()));
        state.set("orders", all(orders.table()));
        state.set("picklists", all(fulfilment.picklists()));
        state.set("backorders", all(fulfilment.backorders()));
        state.set("stockhistory", all(stockHistory.table()));
        return state;
    }

    private static ArrayNode all(Table table) {
        ArrayNode rows = PicqerJson.array();
        table.oldestFirst().map(Row::document).forEach(rows::add);
        return rows;
    }

    @Override
    public synchronized void reset() {
        products.clear();
        parts.clear();
        suppliers.clear();
        warehouses.table().clear();
        stockHistory.table().clear();
        warehouseSettings.clear();
        purchaseOrders.clear();
        receipts.clear();
        orders.clear();
        fulfilment.clear();
        switches = switchesAtFirst;
        limiter.reset();
        world.accept(this);
    }

    synchronized <T> T locked(Supplier<T> action) {
        return action.get();
    }

    Instant instant() {
        return clock.instant();
    }

    /** The wall clock, to the second and without a zone; in the autumn night one hour is therefore there twice. */
    String now() {
        return LocalDateTime.now(clock).format(WALL_CLOCK);
    }

    String year() {
        return Integer.toString(LocalDateTime.now(clock).getYear());
    }

    RateLimiter limiter() {
        return limiter;
    }

    Products products() {
        return products;
    }

    Parts parts() {
        return parts;
    }

    Suppliers suppliers() {
        return suppliers;
    }

    Warehouses warehouses() {
        return warehouses;
    }

    VatGroups vatGroups() {
        return vatGroups;
    }

    StockHistory stockHistory() {
        return stockHistory;
    }

    WarehouseSettings warehouseSettings() {
        return warehouseSettings;
    }

    PurchaseOrders purchaseOrders() {
        return purchaseOrders;
    }

    Receipts receipts() {
        return receipts;
    }

    Orders orders() {
        return orders;
    }

    Fulfilment fulfilment() {
        return fulfilment;
    }
}
