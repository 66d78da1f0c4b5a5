package com.optiply.picqer.sync.dropped;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedPair;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The supplier products that Optiply has of the products in a dropped file. Thread-safe. */
public final class ProductPairs {
    private static final int SKUS_AT_ONCE = 100;

    private final Store store;

    public ProductPairs(Store store) {
        this.store = store;
    }

    /**
     * Some products to ask Optiply for.
     *
     * @param products their ids there
     * @param lastSku where the next ones begin; null: there are no more
     */
    public record Asked(List<Long> products, @Nullable String lastSku) {}

    /** Forgets what was listed before. */
    public void clear(DroppedFile file) {
        store.saveRelaxed(tx -> tx.droppedPairs().remove(file.id()));
    }

    public void keep(DroppedFile file, List<OptiplyRecord> records) {
        List<DroppedPair> pairs =
                records.stream().map(record -> pair(file, record)).toList();
        store.saveRelaxed(tx -> tx.droppedPairs().save(pairs));
    }

    private static DroppedPair pair(DroppedFile file, OptiplyRecord record) {
        JsonNode product = record.attributes().path(OptiplySupplierProduct.PRODUCT_ID);
        JsonNode supplier = record.attributes().path(OptiplySupplierProduct.SUPPLIER_ID);
        boolean isPreferred =
                record.attributes().path(OptiplySupplierProduct.PREFERRED).asBoolean();
        return new DroppedPair(
                file.id(),
                record.id(),
                record.uuid(),
                new OptiplyId(product.asLong()),
                new OptiplyId(supplier.asLong()),
                isPreferred ? 1 : 0);
    }

    /** How many products the rows without an outcome name. */
    public long products(DroppedFile file) {
        return store.read(tx -> tx.droppedRows().openSkus(file.id()));
    }

    /** The next products in a row without an outcome that Optiply has. */
    public Asked toAsk(Run run, DroppedFile file, @Nullable String afterSku) {
        return store.read(tx -> {
            List<String> skus = tx.droppedRows().openSkus(file.id(), afterSku, SKUS_AT_ONCE);
            List<Long> products = tx.links().byLabels(run.customer().name(), Kind.PRODUCTS, skus).stream()
                    .map(Link::optiplyId)
                    .filter(Objects::nonNull)
                    .map(OptiplyId::value)
                    .toList();
            return new Asked(products, skus.isEmpty() ? null : skus.get(skus.size() - 1));
        });
    }
}
