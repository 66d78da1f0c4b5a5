package com.optiply.picqer.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.picqer.Row.FieldProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to {@code GET /products/{id}/parts} (contract: Picqer 3).
 *
 * <p>A row's key is the id of the part, not {@code idproduct_part}: Optiply has each pair of products once, and a part
 * that somebody took away and added again is the same part. Rows of one part are one, so that one that cannot be read
 * costs the part as a whole: half of its amount would be a wrong amount.
 */
public final class PartRows {
    private PartRows() {}

    /** @param answer the rows of the list */
    public static PartList read(Iterable<JsonNode> answer) {
        Map<String, OnePart> parts = new LinkedHashMap<>();
        boolean isWhole = true;
        for (JsonNode row : answer) {
            RowReader fields = new RowReader(row);
            OptionalLong id = fields.id("idproduct");
            isWhole &= id.isPresent();
            parts.computeIfAbsent(fields.key(id), key -> new OnePart(key, id.orElse(0)))
                    .add(fields);
        }
        return new PartList(parts.values().stream().map(OnePart::row).toList(), isWhole);
    }

    /** The rows of one part. */
    private static final class OnePart {
        private final String key;
        private final ProductId id;
        private final List<Long> amounts = new ArrayList<>();
        private final List<FieldProblem> problems = new ArrayList<>();
        private @Nullable String productcode;

        OnePart(String key, long id) {
            this.key = key;
            this.id = new ProductId(id);
        }

        void add(RowReader fields) {
            amounts.add(fields.wholeNumber("amount"));
            problems.addAll(fields.problems());
            productcode = productcode == null ? fields.textIfReadable("productcode") : productcode;
        }

        Row<PicqerPart> row() {
            return problems.isEmpty()
                    ? new Row.Read<>(key, new PicqerPart(id, productcode, List.copyOf(amounts)))
                    : new Row.Unreadable<>(key, productcode == null ? key : productcode, List.copyOf(problems));
        }
    }
}
