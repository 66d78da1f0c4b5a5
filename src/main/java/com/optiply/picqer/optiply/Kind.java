package com.optiply.picqer.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.optiply.NaturalKey.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of record that are kept in step, each with what is particular to its Optiply resource (contract: 6). */
public enum Kind {
    PRODUCTS(new Traits("products", OptiplyProduct.SHAPE)
            .knownBy(OptiplyProduct.SKU_CODE)
            .knownBy(OptiplyProduct.NAME)),
    SUPPLIERS(new Traits("suppliers", OptiplySupplier.SHAPE).knownBy(OptiplySupplier.NAME)),
    SUPPLIER_PRODUCTS(new Traits("supplierProducts", OptiplySupplierProduct.SHAPE)
            .uniqueBy(OptiplySupplierProduct.PRODUCT_ID, OptiplySupplierProduct.SUPPLIER_ID)),
    PRODUCT_COMPOSITIONS(new Traits("productCompositions", OptiplyComposition.SHAPE)
            .uniqueBy(OptiplyComposition.COMPOSED_PRODUCT_ID, OptiplyComposition.PART_PRODUCT_ID)),
    BUY_ORDER_LINES(new Traits("buyOrderLines", OptiplyBuyOrderLine.SHAPE)
            .knownBy(OptiplyBuyOrderLine.BUY_ORDER_ID, OptiplyBuyOrderLine.PRODUCT_ID)
            .fixed(OptiplyBuyOrderLine.PRODUCT_ID)
            .within(OptiplyBuyOrderLine.BUY_ORDER_ID)
            .learntAtOnce()
            .parkedWhenDeleted()),
    BUY_ORDERS(new Traits("buyOrders", OptiplyBuyOrder.SHAPE)
            .knownBy(OptiplyBuyOrder.SUPPLIER_ID, OptiplyBuyOrder.PLACED)
            .emptied(OptiplyBuyOrder.COMPLETED)
            .fixed(OptiplyBuyOrder.SUPPLIER_ID)
            .linedBy(BUY_ORDER_LINES)
            .parkedWhenDeleted()),
    SELL_ORDER_LINES(new Traits("sellOrderLines", OptiplySellOrderLine.SHAPE)
            .knownBy(OptiplySellOrderLine.SELL_ORDER_ID, OptiplySellOrderLine.PRODUCT_ID)
            .fixed(OptiplySellOrderLine.PRODUCT_ID)
            .within(OptiplySellOrderLine.SELL_ORDER_ID)
            .parkedWhenDeleted()),
    SELL_ORDERS(new Traits("sellOrders", OptiplySellOrder.SHAPE)
            .knownBy(OptiplySellOrder.PLACED)
            .emptied(OptiplySellOrder.COMPLETED)
            .linedBy(SELL_ORDER_LINES)
            .parkedWhenDeleted()),
    RECEIPT_LINES(new Traits("receiptLines", OptiplyReceiptLine.SHAPE)
            .knownBy(OptiplyReceiptLine.BUY_ORDER_LINE_ID, OptiplyReceiptLine.OCCURRED)
            .fixed(OptiplyReceiptLine.BUY_ORDER_LINE_ID)
            .parkedWhenDeleted()),
    /** The other way: buy orders of Optiply's on their way to Picqer, under their ids in Optiply. */
    PURCHASE_ORDERS(new Traits("purchaseorders", new Shape()));

    private final Traits traits;

    Kind(Traits traits) {
        this.traits = traits;
    }

    /** The name of the resource in Optiply's paths and {@code data.type}; also how the kind is written in the state. */
    public String resource() {
        return traits.resource();
    }

    /** The attributes that we own, from those that Optiply gave of one record, in the form in which we send them. */
    public Attributes owned(JsonNode attributes) {
        return traits.shape().owned(attributes);
    }

    /**
     * Attributes of which it is ours too to say that a record has none: an open order is not completed (mapping.md,
     * "Buy orders" and "Sell orders"). Of all others a value that was never sent is the user's own.
     */
    public Set<String> emptied() {
        return traits.emptiedAttributes();
    }

    /** Of the attributes of these names, what Optiply gave of one record, in the form of our own. */
    public Attributes given(JsonNode attributes, Set<String> asked) {
        return traits.shape().given(attributes, asked);
    }

    /**
     * The attributes that a customer's own step may change: all that we own, but for those that say which record it
     * is and which others it belongs to.
     */
    public Set<String> changeable() {
        Set<String> names = traits.shape().names();
        names.removeAll(traits.fixedAttributes());
        return names;
    }

    /**
     * One attribute with the value that a customer's own step has set.
     *
     * @throws IllegalArgumentException with the rest of a sentence that begins with the attribute's name
     */
    public Attributes changed(String name, Object value) {
        return traits.shape().of(name, value);
    }

    /** Attributes that a PATCH cannot change (contract: Optiply 5.4): where one differs, the record is another one. */
    public Set<String> fixed() {
        return traits.fixedAttributes();
    }

    /** Whether Optiply refuses a second record of the same natural key (contract: Optiply 5.3). */
    public boolean isUniqueByNaturalKey() {
        return traits.isUnique();
    }

    /** Whether a record that a user deleted in Optiply is created again (mapping.md, "Products"). */
    public boolean isCreatedAgain() {
        return traits.isCreatedAgain();
    }

    /** The kind of this kind's lines, which travel in its create as {@code orderLines}. */
    public Optional<Kind> lines() {
        return Optional.ofNullable(traits.lines());
    }

    /** For lines: the kind of the orders that they belong to. */
    public Optional<Kind> orders() {
        return Arrays.stream(values())
                .filter(kind -> kind.traits.lines() == this)
                .findFirst();
    }

    /** For lines: the attribute that names the order they belong to. */
    public Optional<String> parentAttribute() {
        return Optional.ofNullable(traits.parentAttribute());
    }

    /** For lines: the order in Optiply that a line of these attributes belongs to. */
    public Optional<OptiplyId> parent(Attributes ofLine) {
        return parentAttribute().map(ofLine::get).map(JsonNode::asLong).map(OptiplyId::new);
    }

    /** For lines: whether their ids are asked for as soon as their order is in Optiply, because others name them. */
    public boolean isLearntAtOnce() {
        return traits.isLearntAtOnce();
    }

    /** What a record is looked up by where no {@code remoteId} can tell it (contract: Optiply 5.3). */
    public Optional<NaturalKey> naturalKey(Attributes attributes) {
        return traits.naturalKeys().stream()
                .filter(names ->
                        names.stream().noneMatch(name -> text(attributes, name).isEmpty()))
                .findFirst()
                .map(names -> key(names, attributes));
    }

    /** What a record that was sent is looked up by: without a natural key, the last attributes that could be one. */
    public NaturalKey lookupKey(Attributes sent) {
        List<List<String>> keys = traits.naturalKeys();
        return naturalKey(sent).orElseGet(() -> key(keys.get(keys.size() - 1), sent));
    }

    private static NaturalKey key(List<String> names, Attributes attributes) {
        return new NaturalKey(names.stream()
                .map(name -> new Part(name, text(attributes, name)))
                .toList());
    }

    private static String text(Attributes attributes, String name) {
        @Nullable JsonNode value = attributes.get(name);
        return value == null || value.isNull() ? "" : value.asText();
    }
}
