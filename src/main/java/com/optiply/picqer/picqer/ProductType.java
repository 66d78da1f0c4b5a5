package com.optiply.picqer.picqer;

import java.util.Optional;

/** Picqer's product types, by the names its API gives them. */
public enum ProductType {
    NORMAL("normal"),
    UNLIMITED_STOCK("unlimited_stock"),
    VIRTUAL_COMPOSITION("virtual_composition"),
    COMPOSITION_WITH_STOCK("composition_with_stock");

    private final String code;

    ProductType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<ProductType> of(String code) {
        for (ProductType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    public boolean isComposition() {
        return this == VIRTUAL_COMPOSITION || this == COMPOSITION_WITH_STOCK;
    }
}
