package com.optiply.picqer.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A buy order as Optiply lists it, as far as its way to Picqer depends on it (contract: Optiply 6.6 and 7).
 *
 * @param supplier null where it names none
 * @param placed null while it is a draft
 * @param expectedDelivery null where nobody expects it on a day
 * @param totalValue as Optiply writes it, for a person
 * @param isMadeInOptiply whether a person made it there: {@code createdFromPublicApi} says that no integration did
 * @param remoteId of our coupling; null where it bears none
 */
public record PlacedBuyOrder(
        OptiplyRecord record,
        @Nullable OptiplyId supplier,
        @Nullable Instant placed,
        @Nullable Instant expectedDelivery,
        String totalValue,
        boolean isAssembly,
        boolean isMadeInOptiply,
        @Nullable RemoteId remoteId) {

    public static PlacedBuyOrder read(OptiplyRecord record, OptionalLong coupling) {
        JsonNode attributes = record.attributes();
        return new PlacedBuyOrder(
                record,
                idOrNull(attributes.path(OptiplyBuyOrder.SUPPLIER_ID)),
                moment(attributes.path(OptiplyBuyOrder.PLACED)),
                moment(attributes.path(OptiplyBuyOrder.EXPECTED_DELIVERY_DATE)),
                attributes.path(OptiplyBuyOrder.TOTAL_VALUE).asText(),
                attributes.path("assembly").asBoolean(),
                record.isMadeInOptiply(),
                record.remoteId(coupling).orElse(null));
    }

    /** Whether nothing more is expected of it, so that nothing is to be ordered any more. */
    public boolean isCompleted() {
        return record.attributes().hasNonNull(OptiplyBuyOrder.COMPLETED);
    }

    public OptiplyId id() {
        return record.id();
    }

    static @Nullable OptiplyId idOrNull(JsonNode id) {
        return id.canConvertToLong() ? new OptiplyId(id.longValue()) : null;
    }

    private static @Nullable Instant moment(JsonNode text) {
        return text.isTextual() ? AttributeForm.instant(text.textValue()) : null;
    }
}
