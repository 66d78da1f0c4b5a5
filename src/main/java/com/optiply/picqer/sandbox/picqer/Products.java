package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The catalogue: active and inactive products apart, because every list shows only one of the two. */
final class Products {
    private static final long FIRST_ID = 70_001;
    private static final Set<String> SET_BY_PICQER =
            Set.of("idproduct", "created", "updated", "stock", "unlimitedstock", "assembled", "comment_count");

    private final PicqerShop shop;
    private final Table active = new Table(FIRST_ID);
    private final Table inactive = new Table(FIRST_ID);

    Products(PicqerShop shop) {
        this.shop = shop;
    }

    Table active() {
        return active;
    }

    Table inactive() {
        return inactive;
    }

    Optional<Row> find(long id) {
        return active.find(id).or(() -> inactive.find(id));
    }

    Row get(long id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** The product a line names. */
    Row named(long id) {
        return find(id).orElseThrow(Refusal::unknownProduct);
    }

    Stream<Row> all() {
        return Stream.concat(active.oldestFirst(), inactive.oldestFirst());
    }

    ObjectNode add(ObjectNode fields) {
        for (String field : new String[] {"productcode", "name", "price"}) {
            if (!fields.hasNonNull(field)) {
                throw Refusal.missing(field);
            }
        }
        checkVatGroup(fields);
        checkSupplier(fields);
        long id = nextId();
        ObjectNode product = ProductDocument.blank(id, shop.vatGroups().standard(), shop.now());
        shop.warehouses().ids().forEach(idwarehouse -> Stock.of(0).putInto(product, idwarehouse));
        overlay(product, fields);
        put(StoredRow.of(id, product));
        return product;
    }

    ObjectNode change(long id, ObjectNode fields) {
        checkVatGroup(fields);
        checkSupplier(fields);
        return change(id, product -> {
            overlay(product, fields);
            return product.put("updated", shop.now());
        });
    }

    ObjectNode activate(long id, boolean on) {
        return change(id, product -> product.put("active", on).put("updated", shop.now()));
    }

    /** Puts stock without saying whence it came: no history. */
    ObjectNode setStock(long id, long idwarehouse, UnaryOperator<Stock> change) {
        return change(id, product -> {
            change.apply(Stock.inWarehouse(product, idwarehouse)).putInto(product, idwarehouse);
            return shop.switches().stockMovesUpdated() ? product.put("updated", shop.now()) : product;
        });
    }

    private ObjectNode change(long id, UnaryOperator<ObjectNode> change) {
        ObjectNode changed = change.apply(get(id).document());
        put(StoredRow.of(id, changed));
        return changed;
    }

    /** Puts a row as it is given, broken or not; without a usable id it takes the next place in the list. */
    long putVerbatim(String json) {
        VerbatimRow verbatim = VerbatimRow.of(json, "idproduct", this::nextId);
        put(verbatim.row());
        return verbatim.position();
    }

    /** Shows the row once more, on top of its list, under the same id. */
    void duplicate(long id) {
        put(StoredRow.of(nextId(), get(id).document()));
    }

    void remove(long id) {
        if (active.remove(id).isEmpty() && inactive.remove(id).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    /** Only {@code "active": false} makes a row inactive: a broken flag leaves it in the ordinary list. */
    void put(Row row) {
        boolean isInactive = "false".equals(row.text("active"));
        Table from = isInactive ? active : inactive;
        Table to = isInactive ? inactive : active;
        from.remove(row.position());
        to.put(row);
    }

    void clear() {
        active.clear();
        inactive.clear();
    }

    private long nextId() {
        return Math.max(active.nextId(), inactive.nextId());
    }

    private void checkVatGroup(ObjectNode fields) {
        if (fields.has("idvatgroup")
                && !shop.vatGroups().exists(fields.path("idvatgroup").asLong())) {
            throw Refusal.unknownVatGroup();
        }
    }

    /** A supplier that is not there is refused as it is on a purchase order; null takes the supplier away. */
    private void checkSupplier(ObjectNode fields) {
        if (fields.hasNonNull("idsupplier")) {
            shop.suppliers().get(fields.path("idsupplier").asLong());
        }
    }

    private static void overlay(ObjectNode product, ObjectNode fields) {
        fields.properties().forEach(field -> {
            if (product.has(field.getKey()) && !SET_BY_PICQER.contains(field.getKey())) {
                product.set(field.getKey(), field.getValue());
            }
        });
        ProductDocument.alignFlagsWithType(product);
    }
}
