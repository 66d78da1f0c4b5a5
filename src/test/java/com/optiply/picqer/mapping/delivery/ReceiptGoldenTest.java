package com.optiply.picqer.mapping.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.DecisionJson;
import com.optiply.picqer.mapping.GoldenCases;
import com.optiply.picqer.mapping.References;
import com.optiply.picqer.mapping.delivery.OldReceiptAllocation.Ordered;
import com.optiply.picqer.picqer.PicqerReceipt;
import com.optiply.picqer.picqer.PicqerReceiptLine;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.picqer.PurchaseOrderLineId;
import com.optiply.picqer.picqer.ReceiptRows;
import com.optiply.picqer.picqer.WarehouseId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Receipts, and the decisions about their lines that mapping.md, "Item deliveries", demands. A case says under
 * {@code ordered} which lines the order has; where it is silent, nobody has read the order yet.
 */
class ReceiptGoldenTest {
    private static final GoldenCases CASES = new GoldenCases("receipts");
    private static final long OPTIPLY_LINES = 71_000_000;

    private final ReceiptLineRules rules = new ReceiptLineRules();
    private final ReceiptLineMapper mapper = new ReceiptLineMapper();

    @ParameterizedTest
    @MethodSource("cases")
    void decides(Path folder) throws IOException {
        CASES.check(folder, (row, customer, context) -> ReceiptRows.read(row)
                .fold(receipt -> decide(receipt, customer), DecisionJson::unreadable));
    }

    @Test
    void noFileLiesUnused() throws IOException {
        CASES.checkFiles();
    }

    private JsonNode decide(PicqerReceipt receipt, JsonNode customer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var lines = json.putArray("lines");
        receipt.lines()
                .forEach(row -> lines.add(row.fold(
                        line -> DecisionJson.decision(decide(reading(receipt, line, customer))),
                        DecisionJson::unreadable)));
        return json;
    }

    private Decision decide(ReceiptLineReading reading) {
        return rules.reasonAgainst(reading).isPresent() ? rules.filtered(reading) : mapper.map(reading);
    }

    private static ReceiptLineReading reading(PicqerReceipt receipt, PicqerReceiptLine line, JsonNode customer) {
        PurchaseOrderLineId orderLine = orderLine(receipt, line, customer);
        JsonNode from = customer.path("historyFrom");
        return new ReceiptLineReading(
                receipt,
                line,
                new WarehouseId(customer.path("mainWarehouse").asLong(18)),
                ZoneId.of(customer.path("timezone").asText("Europe/Amsterdam")),
                from.isMissingNode() ? null : LocalDate.parse(from.textValue()),
                customer.path("orderInOptiply").booleanValue(),
                orderLine,
                orderLine == null
                        ? References.of(customer.path("order"), 0, 0)
                        : References.of(
                                customer.path("orderLines").path(orderLine.toString()),
                                orderLine.value(),
                                OPTIPLY_LINES));
    }

    private static PurchaseOrderLineId orderLine(PicqerReceipt receipt, PicqerReceiptLine line, JsonNode customer) {
        PurchaseOrderLineId named = line.idpurchaseorderProduct();
        PurchaseOrderId order = line.orderWithin(receipt);
        if (named != null || order == null) {
            return named;
        }
        List<Ordered> ordered = new ArrayList<>();
        customer.path("ordered")
                .forEach(each -> ordered.add(new Ordered(
                        new PurchaseOrderLineId(each.path("line").longValue()),
                        new ProductId(each.path("product").longValue()),
                        each.path("amount").longValue())));
        return OldReceiptAllocation.of(order, ordered, List.of(receipt))
                .lineOf(line.idreceiptProduct())
                .orElse(null);
    }

    static List<Path> cases() throws IOException {
        return CASES.folders();
    }
}
