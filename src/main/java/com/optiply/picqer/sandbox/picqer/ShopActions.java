package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What {@link ShopUser} does, by name and with JSON arguments, for the admin door and for faults. */
final class ShopActions {
    private static final Map<String, BiFunction<PicqerShop, Arguments, JsonNode>> ACTIONS = actions();

    private ShopActions() {}

    private record Arguments(String action, ObjectNode json) {
        long number(String name) {
            JsonNode value = json.path(name);
            if (!value.isIntegralNumber()) {
                throw new IllegalArgumentException("`" + action + "` needs the whole number `" + name + "`.");
            }
            return value.asLong();
        }

        long purchaseOrder() {
            return number("idpurchaseorder");
        }

        long order() {
            return number("idorder");
        }

        int amount(String name) {
            return Math.toIntExact(number(name));
        }

        int amountOr(String name, int otherwise) {
            return json.has(name) ? amount(name) : otherwise;
        }

        String text(String name) {
            JsonNode value = json.path(name);
            if (!value.isTextual()) {
                throw new IllegalArgumentException("`" + action + "` needs the text `" + name + "`.");
            }
            return value.asText();
        }

        ObjectNode fields() {
            if (json.path("fields") instanceof ObjectNode fields) {
                return fields;
            }
            throw new IllegalArgumentException("`" + action + "` needs the object `fields`.");
        }

        Stock stock() {
            return new Stock(
                    amount("stock"),
                    amountOr("reservedbackorders", 0),
                    amountOr("reservedpicklists", 0),
                    amountOr("reservedallocations", 0));
        }
    }

    static JsonNode perform(PicqerShop shop, String action, ObjectNode arguments) {
        var known = ACTIONS.get(action);
        if (known == null) {
            throw new IllegalArgumentException(
                    "A shop has no action `" + action + "`. Actions: " + String.join(", ", ACTIONS.keySet()) + ".");
        }
        try {
            return known.apply(shop, new Arguments(action, arguments));
        } catch (Refusal refusal) {
            throw new IllegalArgumentException("`" + action + "` was refused: " + refusal.getMessage() + ".", refusal);
        }
    }

    private static Map<String, BiFunction<PicqerShop, Arguments, JsonNode>> actions() {
        Map<String, BiFunction<PicqerShop, Arguments, JsonNode>> actions = new TreeMap<>();
        addProductActions(actions);
        addSupplierActions(actions);
        addPurchaseOrderActions(actions);
        addReceiptActions(actions);
        addOrderActions(actions);
        actions.put("rate-limit", (shop, arguments) -> {
            shop.rateLimit(arguments.amount("requests_per_minute"));
            return done();
        });
        actions.put("switch", (shop, arguments) -> SwitchesJson.change(shop, arguments.fields()));
        return actions;
    }

    private static void addProductActions(Map<String, BiFunction<PicqerShop, Arguments, JsonNode>> actions) {
        actions.put("add-product", (shop, a) -> shop.user().addProduct(a.fields()));
        actions.put("change-product", (shop, a) -> shop.user().changeProduct(a.number("idproduct"), a.fields()));
        actions.put("inactivate-product", (shop, a) -> shop.user().inactivateProduct(a.number("idproduct")));
        actions.put("activate-product", (shop, a) -> shop.user().activateProduct(a.number("idproduct")));
        actions.put("set-stock", (shop, a) -> shop.user()
                .setStock(a.number("idproduct"), a.number("idwarehouse"), a.stock()));
        actions.put("remove-product", (shop, a) -> {
            shop.user().removeProduct(a.number("idproduct"));
            return done();
        });
        actions.put("duplicate-product", (shop, a) -> {
            shop.user().duplicateProduct(a.number("idproduct"));
            return done();
        });
        actions.put("put-product-verbatim", (shop, a) -> position(shop.user().putProductVerbatim(a.text("json"))));
        actions.put("correct-stock", (shop, a) -> {
            shop.user()
                    .correctStock(a.number("idproduct"), a.number("idwarehouse"), a.amount("change"), a.text("reason"));
            return done();
        });
        actions.put("add-part", (shop, a) -> {
            shop.user().addPart(a.number("composed"), a.number("idproduct"), a.amount("amount"));
            return done();
        });
        actions.put("change-part", (shop, a) -> {
            shop.user().changePart(a.number("composed"), a.number("idproduct_part"), a.amount("amount"));
            return done();
        });
        actions.put("remove-part", (shop, a) -> {
            shop.user().removePart(a.number("composed"), a.number("idproduct_part"));
            return done();
        });
    }

    private static void addSupplierActions(Map<String, BiFunction<PicqerShop, Arguments, JsonNode>> actions) {
        actions.put("add-supplier", (shop, a) -> shop.user().addSupplier(a.fields()));
        actions.put("change-supplier", (shop, a) -> shop.user().changeSupplier(a.number("idsupplier"), a.fields()));
        actions.put("deactivate-supplier", (shop, a) -> shop.user().deactivateSupplier(a.number("idsupplier")));
        actions.put("activate-supplier", (shop, a) -> shop.user().activateSupplier(a.number("idsupplier")));
        actions.put("remove-supplier", (shop, a) -> {
            shop.user().removeSupplier(a.number("idsupplier"));
            return done();
        });
        actions.put("put-supplier-verbatim", (shop, a) -> position(shop.user().putSupplierVerbatim(a.text("json"))));
    }

    private static void addPurchaseOrderActions(Map<String, BiFunction<PicqerShop, Arguments, JsonNode>> actions) {
        actions.put("add-purchase-order", (shop, a) -> shop.user().addPurchaseOrder(a.fields()));
        actions.put("mark-as-purchased", (shop, a) -> shop.user().markAsPurchased(a.purchaseOrder()));
        actions.put("cancel-purchase-order", (shop, a) -> shop.user().cancelPurchaseOrder(a.purchaseOrder()));
        actions.put("close-purchase-order", (shop, a) -> shop.user().closePurchaseOrder(a.purchaseOrder()));
        actions.put("reopen-purchase-order", (shop, a) -> shop.user().reopenPurchaseOrder(a.purchaseOrder()));
        actions.put(
                "change-purchase-order", (shop, a) -> shop.user().changePurchaseOrder(a.purchaseOrder(), a.fields()));
        actions.put("change-purchase-order-supplier", (shop, a) -> shop.user()
                .changePurchaseOrderSupplier(a.purchaseOrder(), a.fields()));
        actions.put("move-purchase-order", (shop, a) -> shop.user()
                .movePurchaseOrder(a.purchaseOrder(), a.number("idwarehouse")));
        actions.put("remove-purchase-order", (shop, a) -> {
            shop.user().removePurchaseOrder(a.purchaseOrder());
            return done();
        });
        actions.put(
                "put-purchase-order-verbatim",
                (shop, a) -> position(shop.user().putPurchaseOrderVerbatim(a.text("json"))));
        actions.put("add-purchase-order-line", (shop, a) -> shop.user()
                .addPurchaseOrderLine(a.purchaseOrder(), a.fields()));
        actions.put("change-purchase-order-line", (shop, a) -> shop.user()
                .changePurchaseOrderLine(a.purchaseOrder(), a.number("idpurchaseorder_product"), a.fields()));
        actions.put("remove-purchase-order-line", (shop, a) -> {
            shop.user().removePurchaseOrderLine(a.purchaseOrder(), a.number("idpurchaseorder_product"));
            return done();
        });
    }

    private static void addReceiptActions(Map<String, BiFunction<PicqerShop, Arguments, JsonNode>> actions) {
        actions.put("receive-goods", (shop, a) -> shop.user()
                .receiveGoods(a.purchaseOrder(), a.number("idproduct"), a.amount("amount"), a.amountOr("version", 2)));
        actions.put("revert-receipt-line", (shop, a) -> shop.user()
                .revertReceiptLine(a.number("idreceipt"), a.number("idreceipt_product")));
        actions.put("change-receipt-line", (shop, a) -> shop.user()
                .changeReceiptLine(a.number("idreceipt"), a.number("idreceipt_product"), a.amount("amount")));
        actions.put("remove-receipt", (shop, a) -> {
            shop.user().removeReceipt(a.number("idreceipt"));
            return done();
        });
        actions.put("put-receipt-verbatim", (shop, a) -> position(shop.user().putReceiptVerbatim(a.text("json"))));
    }

    private static void addOrderActions(Map<String, BiFunction<PicqerShop, Arguments, JsonNode>> actions) {
        actions.put("add-order", (shop, a) -> shop.user().addOrder(a.fields()));
        actions.put("process-order", (shop, a) -> shop.user().processOrder(a.order()));
        actions.put("cancel-order", (shop, a) -> shop.user().cancelOrder(a.order()));
        actions.put("change-order-status", (shop, a) -> shop.user().changeOrderStatus(a.order(), a.text("status")));
        actions.put("change-order", (shop, a) -> shop.user().changeOrder(a.order(), a.fields()));
        actions.put("add-order-line", (shop, a) -> shop.user().addOrderLine(a.order(), a.fields()));
        actions.put("change-order-line", (shop, a) -> shop.user()
                .changeOrderLine(a.order(), a.number("idorder_product"), a.fields()));
        actions.put(
                "remove-order-line", (shop, a) -> shop.user().removeOrderLine(a.order(), a.number("idorder_product")));
        actions.put("remove-order", (shop, a) -> {
            shop.user().removeOrder(a.order());
            return done();
        });
        actions.put("put-order-verbatim", (shop, a) -> position(shop.user().putOrderVerbatim(a.text("json"))));
        actions.put("close-picklist", (shop, a) -> shop.user().closePicklist(a.number("idpicklist")));
    }

    private static ObjectNode position(long position) {
        return PicqerJson.object().put("position", position);
    }

    private static ObjectNode done() {
        return PicqerJson.object().put("done", true);
    }
}
