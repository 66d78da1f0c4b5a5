package com.optiply.picqer.mapping.placedorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading.LinkedSupplier;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.optiply.PlacedBuyOrderLine;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.WarehouseId;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** mapping.md, "Writing out purchase orders": what is sent for an order, and which order is not sent. */
class PlacedOrderMapperTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final PlacedOrderMapper mapper = new PlacedOrderMapper();
    private final PlacedOrderRules rules = new PlacedOrderRules();

    @Test
    void sendsSupplierWarehouseDayMarkAndLines() {
        Send send = (Send) mapper.map(reading(order()), List.of(line(4, "17.80", 70211L)));

        assertThat(send.attributes().json())
                .isEqualTo("{\"idsupplier\":9410,\"idwarehouse\":18,\"delivery_date\":\"2026-01-20\","
                        + "\"supplier_orderid\":\"Optiply-123\",\"remarks\":\"Optiply-123\","
                        + "\"products\":[{\"idproduct\":70211,\"amount\":4,\"price\":4.45}]}");
        assertThat(send.label()).isEqualTo("Optiply-123");
    }

    @Test
    void namesASupplierThatIsKnownByItsNameOnly() {
        PlacedOrderReading byName =
                reading(order(), new LinkedSupplier(new RemoteId("name:waterworks"), "Waterworks"), false);

        Send send = (Send) mapper.map(byName, List.of(line(1, "1.00", 70211L)));

        assertThat(send.attributes().has("idsupplier")).isFalse();
        assertThat(send.attributes().get("supplier_name").asText()).isEqualTo("Waterworks");
    }

    @Test
    void theDayOfDeliveryIsTheLocalOne() {
        Send send = (Send)
                mapper.map(reading(order().put("expectedDeliveryDate", "2026-01-20T23:30:00Z")), List.of(fine()));

        assertThat(send.attributes().get("delivery_date").asText()).isEqualTo("2026-01-21");
    }

    @Test
    void withoutADayNoneIsSent() {
        Send send = (Send) mapper.map(reading(order().putNull("expectedDeliveryDate")), List.of(fine()));

        assertThat(send.attributes().has("delivery_date")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.00, 3, 3.3333",
        "20.00, 3, 6.6667",
        "100.00, 10, 10",
        "0.01, 1, 0.01",
        "1000000.00, 1, 1000000",
        "0.00, 5, ",
        "0.00, 1, "
    })
    void thePriceOfAPieceHasFourDecimalsAndIsLeftOutWhereItIsNought(String subtotal, long quantity, String price) {
        Send send = (Send) mapper.map(reading(order()), List.of(line(quantity, subtotal, 70211L)));

        String sent = send.attributes().get("products").path(0).path("price").asText(null);
        assertThat(sent).isEqualTo(price);
    }

    @Test
    void aRoundedPriceIsTold() {
        Send send = (Send) mapper.map(reading(order()), List.of(line(3, "10.00", 70211L), line(2, "5.00", 70212L)));

        assertThat(send.adjustments()).singleElement().satisfies(adjustment -> {
            assertThat(adjustment.rule().code()).isEqualTo("unit_price_rounded");
            assertThat(adjustment.sent()).isEqualTo("3.3333");
        });
    }

    @Test
    void oneLineWithoutAProductInPicqerParksTheWholeOrder() {
        Decision decision = mapper.map(reading(order()), List.of(fine(), line(1, "1.00", null)));

        assertThat(((Park) decision).reason()).isEqualTo(ParkReason.PRODUCT_NOT_LINKED);
    }

    @Test
    void aSupplierThatIsNotInPicqerParksIt() {
        Decision decision = mapper.map(reading(order(), null, false), List.of(fine()));

        assertThat(((Park) decision).reason()).isEqualTo(ParkReason.SUPPLIER_NOT_LINKED);
        assertThat(((Park) decision).detail()).isEqualTo("Optiply's supplier 778479 is not linked");
        assertThat(((Park) mapper.map(reading(order().putNull("supplierId"), null, false), List.of(fine()))).detail())
                .isEqualTo("it names no supplier");
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2147483647, true", "2147483648, false"})
    void aLineOfNothingOrOfMorePiecesThanPicqerCountsParksItToo(long quantity, boolean isOrdered) {
        Decision decision = mapper.map(reading(order()), List.of(fine(), line(quantity, "1.00", 70211L)));

        assertThat(decision instanceof Send).isEqualTo(isOrdered);
        if (decision instanceof Park park) {
            assertThat(park.reason()).isEqualTo(ParkReason.NOT_ORDERABLE);
        }
    }

    @Test
    void whatIsOlderThanTheExportIsAPersonsToLetThrough() {
        Decision decision =
                mapper.map(reading(order(), new LinkedSupplier(new RemoteId("9410"), "Waterworks"), true), List.of());

        assertThat(((Park) decision).reason()).isEqualTo(ParkReason.OLDER_THAN_EXPORT);
        assertThat(((Park) decision).detail()).isEqualTo("Supplier Waterworks, 17.80 ex VAT, placed on 2026-01-08.");
    }

    @Test
    void onlyWhatAPersonPlacedToBuyIsACandidate() {
        assertThat(rules.reasonAgainst(reading(order()))).isEmpty();
        assertThat(rules.reasonAgainst(reading(order().putNull("placed")))).contains(FilterReason.NOT_PLACED);
        assertThat(rules.reasonAgainst(reading(order().put("assembly", true)))).contains(FilterReason.ASSEMBLY);
        assertThat(rules.reasonAgainst(reading(order().put("completed", "2026-01-09T00:00:00Z"))))
                .contains(FilterReason.NOT_OPEN);
        assertThat(rules.reasonAgainst(reading(order().put("createdFromPublicApi", true))))
                .contains(FilterReason.MADE_BY_INTEGRATION);
        ObjectNode ours = order();
        ours.putObject("remoteIdMap").put("9021", "5120");
        assertThat(rules.reasonAgainst(reading(ours))).contains(FilterReason.MADE_BY_INTEGRATION);
    }

    private static ObjectNode order() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("supplierId", 778479)
                .put("placed", "2026-01-08T14:03:22Z")
                .put("expectedDeliveryDate", "2026-01-20T09:00:00Z")
                .put("totalValue", "17.80")
                .put("assembly", false)
                .put("createdFromPublicApi", false);
    }

    private static PlacedOrderReading reading(ObjectNode order) {
        return reading(order, new LinkedSupplier(new RemoteId("9410"), "Waterworks"), false);
    }

    private static PlacedOrderReading reading(ObjectNode order, LinkedSupplier supplier, boolean awaitsApproval) {
        OptiplyRecord record = new OptiplyRecord(new OptiplyId(123), null, order);
        return new PlacedOrderReading(
                PlacedBuyOrder.read(record, OptionalLong.of(9021)),
                new WarehouseId(18),
                AMSTERDAM,
                supplier,
                awaitsApproval);
    }

    private static PlacedLineReading fine() {
        return line(1, "1.00", 70211L);
    }

    private static PlacedLineReading line(long quantity, String subtotal, Long product) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("productId", 28666283)
                .put("quantity", quantity)
                .put("subtotalValue", subtotal);
        OptiplyRecord record = new OptiplyRecord(new OptiplyId(71768345), null, line);
        return new PlacedLineReading(PlacedBuyOrderLine.read(record), product == null ? null : new ProductId(product));
    }
}
