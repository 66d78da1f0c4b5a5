package com.optiply.picqer.sandbox.optiply;

import com.optiply.picqer.sandbox.optiply.OptiplySwitches.AssembledWithoutParts;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.ReferencedDelete;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules between records: what must exist, what must exist only once, what must not lose its footing. */
final class References {
    private static final Set<String> GUARDED = Set.of("products", "suppliers");

    private final World world;

    References(World world) {
        this.world = world;
    }

    void requireTargets(Account account, Change change) {
        for (Attribute attribute : change.type().attributes()) {
            String target = attribute.target();
            Object id = change.get(attribute.name());
            if (target != null
                    && id != null
                    && account.table(target).find((Long) id).isEmpty()) {
                throw ApiException.notFound(id);
            }
        }
    }

    /** A reference is given once; clients that mean another one delete and create anew. */
    void requireUnchanged(Row row, Change change) {
        List<String> changed = change.type().attributes().stream()
                .filter(attribute -> attribute.target() != null && change.gives(attribute.name()))
                .map(Attribute::name)
                .filter(name ->
                        !Objects.equals(change.get(name), row.get(change.type().slot(name))))
                .map(name -> name + " must not be changed")
                .toList();
        if (!changed.isEmpty()) {
            throw ApiException.invalid(world.switches().validation(), changed);
        }
    }

    /** @param self the row that holds the pair already; null for a new one */
    void requireUnique(Account account, ResourceType type, @Nullable Object[] values, @Nullable Row self) {
        List<String> pair = type.uniqueness().pair();
        if (pair.isEmpty()) {
            return;
        }
        Table table = account.table(type);
        Object left = values[type.slot(pair.get(0))];
        Object right = values[type.slot(pair.get(1))];
        boolean opposite = type.uniqueness().reversible() && exists(table, pair, right, left, self);
        if (exists(table, pair, left, right, self) || opposite) {
            throw ApiException.conflict(conflictText(type));
        }
    }

    void requireUnreferenced(Account account, ResourceType type, long id) {
        if (world.switches().referencedDelete() == ReferencedDelete.ALLOW || !GUARDED.contains(type.name())) {
            return;
        }
        boolean referenced = Schema.referencesTo(type).anyMatch(from -> !account.table(from.target())
                .where(from.attribute(), id)
                .isEmpty());
        if (referenced) {
            throw ApiException.conflict("resource " + id + " is still referred to");
        }
    }

    void requireParts(Account account, Change change, long id) {
        boolean assembles = change.type().name().equals("products") && Boolean.TRUE.equals(change.get("assembled"));
        if (!assembles || world.switches().assembledWithoutParts() == AssembledWithoutParts.ACCEPT) {
            return;
        }
        if (account.table("productCompositions").where("composedProductId", id).isEmpty()) {
            throw ApiException.invalid(world.switches().validation(), List.of("assembled needs parts"));
        }
    }

    private static boolean exists(
            Table table, List<String> pair, @Nullable Object left, @Nullable Object right, @Nullable Row self) {
        if (left == null || right == null) {
            return false;
        }
        int rightSlot = table.type().slot(pair.get(1));
        return table.where(pair.get(0), left).stream().anyMatch(row -> row != self && right.equals(row.get(rightSlot)));
    }

    private static String conflictText(ResourceType type) {
        return switch (type.name()) {
            case "supplierProducts" -> "supplierProduct already exists for this supplier and product";
            default -> "productComposition already exists for these products";
        };
    }
}
