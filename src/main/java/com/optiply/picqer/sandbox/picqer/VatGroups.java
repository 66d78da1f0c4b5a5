package com.optiply.picqer.sandbox.picqer;

/** The VAT groups every shop has. */
final class VatGroups {
    private static final long STANDARD = 18;

    private final Table table = new Table(STANDARD);

    VatGroups() {
        add(STANDARD, "BTW hoog", 21, true);
        add(19, "BTW laag", 9, false);
        add(20, "BTW geen", 0, false);
    }

    private void add(long id, String name, int percentage, boolean standard) {
        table.put(StoredRow.of(
                id,
                PicqerJson.object()
                        .put("idvatgroup", id)
                        .put("name", name)
                        .put("percentage", percentage)
                        .put("standard", standard)));
    }

    Table table() {
        return table;
    }

    long standard() {
        return STANDARD;
    }

    boolean exists(long id) {
        return table.find(id).isPresent();
    }
}
