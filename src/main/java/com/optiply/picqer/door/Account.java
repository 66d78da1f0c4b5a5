package com.optiply.picqer.door;

/** The two accounts that a customer brings together. */
public enum Account {
    PICQER("Picqer"),
    OPTIPLY("Optiply");

    private final String label;

    Account(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
