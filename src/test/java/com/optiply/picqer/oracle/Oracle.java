package com.optiply.picqer.oracle;

import com.optiply.picqer.oracle.Verdict.Waits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says for every record of a Picqer shop what Optiply must hold of it, or why it must not, and finds whatever is
 * otherwise in an account.
 *
 * <pre>
 * Shop shop = Shop.read(sandbox.picqer("acme"), ShopOptions.KEY);
 * Account account = Account.read(optiply, settings, shop);
 * assertThat(Oracle.of(shop, settings, History.none()).differences(account)).isEmpty();
 * </pre>
 */
public final class Oracle {
    private final Settings settings;
    private final History history;
    private final Map<Resource, Map<String, Verdict>> verdicts = new EnumMap<>(Resource.class);

    private Oracle(Settings settings, History history) {
        this.settings = settings;
        this.history = history;
    }

    public static Oracle of(Shop shop, Settings settings, History history) {
        Oracle oracle = new Oracle(settings, history);
        Products products = new Products(shop.products(), settings);
        Suppliers suppliers = new Suppliers(shop, settings);
        Links links = new Links(products, history);
        oracle.add(Resource.PRODUCTS, products.verdicts(), links);
        oracle.add(Resource.SUPPLIERS, suppliers.verdicts(), links);
        oracle.add(Resource.SUPPLIER_PRODUCTS, new SupplierProducts(links, settings).verdicts(), links);
        oracle.add(Resource.COMPOSITIONS, new Compositions(shop, links, history).verdicts(), links);
        oracle.add(Resource.BUY_ORDERS, new BuyOrders(shop, settings, suppliers, links, history).verdicts(), links);
        oracle.add(Resource.SELL_ORDERS, new SellOrders(shop, settings, links, history).verdicts(), links);
        oracle.add(Resource.RECEIPT_LINES, new Receipts(shop, settings, links, history).verdicts(), links);
        return oracle;
    }

    private void add(Resource resource, Map<String, Verdict> plain, Links links) {
        Map<String, Verdict> known = new LinkedHashMap<>(plain);
        if (isLeftToAPerson(resource)) {
            known.replaceAll((key, verdict) ->
                    history.wasDeleted(resource, key) ? new Waits(Reason.DELETED_IN_OPTIPLY) : verdict);
        }
        verdicts.put(resource, known);
        links.add(resource, known);
    }

    /** Deleted by a user in Optiply: the catalogue is created again, what happened is not (mapping.md, "Products"). */
    private static boolean isLeftToAPerson(Resource resource) {
        return switch (resource) {
            case BUY_ORDERS, SELL_ORDERS, RECEIPT_LINES -> true;
            default -> false;
        };
    }

    /** By remote id, in the order of the shop's lists. */
    public Map<String, Verdict> verdicts(Resource resource) {
        return verdicts.get(resource);
    }

    /** One resource; that of orders is compared with their lines. */
    public Comparison compare(Resource resource, Account account) {
        Map<String, Long> counts = new TreeMap<>();
        verdicts(resource).values().forEach(verdict -> counts.merge(verdict.code(), 1L, Long::sum));
        RecordComparison comparison = new RecordComparison(resource, verdicts, settings, history, account);
        return new Comparison(List.copyOf(comparison.differences()), Map.copyOf(counts));
    }

    /**
     * All that is otherwise. In an account without a coupling orders have no key: of them it is how many there are that
     * are alike, and of deliveries nothing.
     */
    public List<String> differences(Account account) {
        List<String> found = new ArrayList<>();
        for (Resource resource : Resource.withSource()) {
            if (settings.coupling() != null || !isLeftToAPerson(resource)) {
                found.addAll(compare(resource, account).differences());
            } else {
                found.addAll(NaturalOrders.differences(resource, verdicts(resource), account));
            }
        }
        return List.copyOf(found);
    }
}
