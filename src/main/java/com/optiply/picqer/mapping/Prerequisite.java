package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.SupplierId;
import java.util.function.Function;

/**
 * A record that must be in Optiply before another one can go (mapping.md: "both must be linked, else park"). Whatever
 * keeps it away, the other one waits for it and says why.
 *
 * @param waiting who waits
 * @param name what a person calls the record that is waited for
 */
public record Prerequisite(Subject waiting, Awaited awaited, String name, ParkReason reason) {

    public static Prerequisite product(Subject waiting, ProductId product) {
        Awaited awaited = new Awaited(Kind.PRODUCTS, new RemoteId(product.toString()));
        return new Prerequisite(waiting, awaited, "product " + product, ParkReason.WAITS_FOR_PRODUCT);
    }

    public static Prerequisite supplier(Subject waiting, SupplierId supplier) {
        Awaited awaited = new Awaited(Kind.SUPPLIERS, new RemoteId(supplier.toString()));
        return new Prerequisite(waiting, awaited, "supplier " + supplier, ParkReason.WAITS_FOR_SUPPLIER);
    }

    /** What follows from its Optiply id; a park where it has none. */
    public Decision whenLinked(Reference reference, Function<OptiplyId, Decision> decision) {
        return reference.fold(
                decision,
                keptOut -> park("is kept out of Optiply: " + keptOut.explanation()),
                () -> park("is not in Optiply yet"),
                () -> park("is no longer in Picqer"));
    }

    private Decision park(String why) {
        return new Park(waiting, reason, name + " " + why, awaited);
    }
}
