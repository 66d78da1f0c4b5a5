package com.optiply.picqer.customer;

import com.optiply.picqer.customer.CustomerSettings.Flows;
import java.util.Set;
import java.util.TreeSet;

/** The part {@code flows} of a customer file: one key per flow, by its name. Filled like {@link Customer}. */
public final class FlowsSection {
    private static final String MEANING = "Whether this flow runs for the customer: ";
    private static final String ALLOWED = "`on`, `off`";
    private static final String ON = "on";
    private static final String OFF = "off";

    private final Set<String> off = new TreeSet<>();

    @Setting(
            meaning = MEANING + "suppliers, but for names that changed.",
            allowed = ALLOWED,
            standard = ON,
            example = OFF)
    public void setSuppliers(String choice) {
        put("suppliers", choice);
    }

    @Setting(meaning = MEANING + "names of suppliers that changed.", allowed = ALLOWED, standard = ON, example = OFF)
    public void setSupplierNames(String choice) {
        put("supplier-names", choice);
    }

    @Setting(meaning = MEANING + "products with their stock.", allowed = ALLOWED, standard = ON, example = OFF)
    public void setProducts(String choice) {
        put("products", choice);
    }

    @Setting(
            meaning = MEANING + "what each supplier supplies, and on which terms.",
            allowed = ALLOWED,
            standard = ON,
            example = OFF)
    public void setSupplierProducts(String choice) {
        put("supplier-products", choice);
    }

    @Setting(
            meaning = MEANING + "parts of composed products that changed.",
            allowed = ALLOWED,
            standard = ON,
            example = OFF)
    public void setCompositions(String choice) {
        put("compositions", choice);
    }

    @Setting(
            meaning = MEANING + "the parts of every composed product, once a night.",
            allowed = ALLOWED,
            standard = ON,
            example = OFF)
    public void setCompositionsInFull(String choice) {
        put("compositions-in-full", choice);
    }

    @Setting(
            meaning = MEANING + "Picqer's purchase orders, to Optiply.",
            allowed = ALLOWED,
            standard = ON,
            example = OFF)
    public void setBuyOrders(String choice) {
        put("buy-orders", choice);
    }

    @Setting(
            meaning = MEANING + "what was received of purchase orders.",
            allowed = ALLOWED,
            standard = ON,
            example = OFF)
    public void setItemDeliveries(String choice) {
        put("item-deliveries", choice);
    }

    @Setting(meaning = MEANING + "new orders.", allowed = ALLOWED, standard = ON, example = OFF)
    public void setSellOrders(String choice) {
        put("sell-orders", choice);
    }

    @Setting(
            meaning = MEANING + "orders that changed after they were sent.",
            allowed = ALLOWED,
            standard = ON,
            example = OFF)
    public void setChangedSellOrders(String choice) {
        put("changed-sell-orders", choice);
    }

    @Setting(
            meaning = MEANING + "orders placed in Optiply, to Picqer.",
            allowed = ALLOWED,
            standard = ON,
            example = OFF)
    public void setPurchaseOrders(String choice) {
        put("purchase-orders", choice);
    }

    @Setting(
            meaning = MEANING + "the nightly comparison of Optiply with what it should hold.",
            allowed = ALLOWED,
            standard = ON,
            example = OFF)
    public void setComparison(String choice) {
        put("comparison", choice);
    }

    @Setting(
            meaning = MEANING + "preferred suppliers out of files that people drop.",
            allowed = ALLOWED,
            standard = ON,
            example = OFF)
    public void setSupplierImport(String choice) {
        put("supplier-import", choice);
    }

    private void put(String flow, String choice) {
        if (SettingValues.onOrOff(choice)) {
            off.remove(flow);
        } else {
            off.add(flow);
        }
    }

    public Flows settings() {
        return new Flows(off);
    }

    @Override
    public String toString() {
        return "flow settings";
    }
}
