package com.optiply.picqer.mapping.placedorder;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.mapping.buyorder.ExportMarkers;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading.LinkedSupplier;
import com.optiply.picqer.mapping.supplier.SupplierKey;
import com.optiply.picqer.optiply.OptiplyId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns an Optiply buy order that no rule keeps out into a Picqer purchase order (mapping.md, "Writing out purchase
 * orders"). It goes whole or not at all: half an order is never placed.
 *
 * <p>Pure; one instance serves every customer and thread.
 */
public final class PlacedOrderMapper {
    private static final int PRICE_DECIMALS = 4;
    private static final long PIECES_MAX = Integer.MAX_VALUE;

    /** @param lines none where the order waits for approval: nobody has to ask for them before */
    public Decision map(PlacedOrderReading reading, List<PlacedLineReading> lines) {
        if (reading.awaitsApproval()) {
            return Park.of(reading.subject(), ParkReason.OLDER_THAN_EXPORT, forAPerson(reading));
        }
        if (lines.isEmpty()) {
            return new Filter(reading.subject(), FilterReason.NO_LINES, WhenSent.LEFT);
        }
        LinkedSupplier supplier = reading.supplier();
        if (supplier == null) {
            OptiplyId id = reading.order().supplier();
            String which = id == null ? "it names no supplier" : "Optiply's supplier " + id + " is not linked";
            return Park.of(reading.subject(), ParkReason.SUPPLIER_NOT_LINKED, which);
        }
        return obstacle(reading, lines).orElseGet(() -> send(reading, supplier, lines));
    }

    private static Optional<Decision> obstacle(PlacedOrderReading reading, List<PlacedLineReading> lines) {
        for (PlacedLineReading line : lines) {
            if (line.product() == null) {
                String detail = "line " + line.line().id() + ": Optiply's product "
                        + line.line().product() + " is not linked";
                return Optional.of(Park.of(reading.subject(), ParkReason.PRODUCT_NOT_LINKED, detail));
            }
            Long quantity = line.line().quantity();
            if (quantity == null
                    || quantity < 1
                    || quantity > PIECES_MAX
                    || line.line().subtotal() == null) {
                String detail = "line " + line.line().id() + ": quantity " + quantity + ", value "
                        + line.line().subtotal();
                return Optional.of(Park.of(reading.subject(), ParkReason.NOT_ORDERABLE, detail));
            }
        }
        return Optional.empty();
    }

    private static Send send(PlacedOrderReading reading, LinkedSupplier supplier, List<PlacedLineReading> lines) {
        List<Adjustment> adjustments = new ArrayList<>();
        PlacedOrderDraft draft = new PlacedOrderDraft(
                SupplierKey.named(supplier.key(), supplier.name()),
                reading.warehouse(),
                deliveryDate(reading),
                ExportMarkers.marker(reading.order().id()),
                lines.stream().map(line -> line(line, adjustments)).toList());
        return Send.of(reading.subject(), draft.attributes(), adjustments);
    }

    private static @Nullable LocalDate deliveryDate(PlacedOrderReading reading) {
        Instant expected = reading.order().expectedDelivery();
        return expected == null ? null : LocalDate.ofInstant(expected, reading.zone());
    }

    private static PlacedOrderDraft.Line line(PlacedLineReading line, List<Adjustment> adjustments) {
        long quantity = Objects.requireNonNull(line.line().quantity());
        BigDecimal subtotal = Objects.requireNonNull(line.line().subtotal());
        return new PlacedOrderDraft.Line(
                Objects.requireNonNull(line.product()), quantity, price(subtotal, quantity, adjustments));
    }

    /** Per piece; none where it would be 0, so that Picqer takes its own. */
    private static @Nullable BigDecimal price(BigDecimal subtotal, long quantity, List<Adjustment> adjustments) {
        BigDecimal pieces = BigDecimal.valueOf(quantity);
        BigDecimal price = subtotal.divide(pieces, PRICE_DECIMALS, RoundingMode.HALF_UP);
        if (price.multiply(pieces).compareTo(subtotal) != 0) {
            adjustments.add(new Adjustment(
                    Rule.UNIT_PRICE_ROUNDED, subtotal + " for " + quantity + " pieces", price.toString()));
        }
        return price.signum() == 0 ? null : plain(price);
    }

    private static BigDecimal plain(BigDecimal price) {
        BigDecimal bare = price.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /** What a person has to find again in Picqer before approving. */
    private static String forAPerson(PlacedOrderReading reading) {
        Instant placed = Objects.requireNonNull(reading.order().placed());
        LinkedSupplier supplier = reading.supplier();
        return "Supplier " + (supplier == null ? reading.order().supplier() : supplier.name()) + ", "
                + reading.order().totalValue() + " ex VAT, placed on "
                + LocalDate.ofInstant(placed, reading.zone()) + ".";
    }
}
