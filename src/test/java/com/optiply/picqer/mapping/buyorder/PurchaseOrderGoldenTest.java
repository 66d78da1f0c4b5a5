package com.optiply.picqer.mapping.buyorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.DecisionJson;
import com.optiply.picqer.mapping.GoldenCases;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.References;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.mapping.supplier.SupplierKey;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.PicqerPurchaseOrderLine;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.PurchaseOrderRows;
import com.optiply.picqer.picqer.WarehouseId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Purchase orders with their lines, and the one decision about each that mapping.md, "Buy orders", demands. */
class PurchaseOrderGoldenTest {
    private static final GoldenCases CASES = new GoldenCases("purchase-orders");
    private static final long OPTIPLY_SUPPLIERS = 500_000;
    private static final long OPTIPLY_PRODUCTS = 28_000_000;

    private final PurchaseOrderRules rules = new PurchaseOrderRules();
    private final PurchaseOrderLineRules lineRules = new PurchaseOrderLineRules();
    private final BuyOrderLineMapper lineMapper = new BuyOrderLineMapper();
    private final BuyOrderMapper mapper = new BuyOrderMapper();

    @ParameterizedTest
    @MethodSource("cases")
    void decides(Path folder) throws IOException {
        CASES.check(folder, (row, customer, context) -> PurchaseOrderRows.read(row)
                .fold(order -> decide(reading(order, customer), customer), DecisionJson::unreadable));
    }

    @Test
    void noFileLiesUnused() throws IOException {
        CASES.checkFiles();
    }

    private JsonNode decide(PurchaseOrderReading reading, JsonNode customer) {
        if (rules.reasonAgainst(reading).isPresent()) {
            return DecisionJson.decision(rules.filtered(reading));
        }
        List<Decision> lines = lines(reading, customer);
        Decision order = mapper.map(reading, lines);
        ObjectNode json = (ObjectNode) DecisionJson.decision(order);
        if (!(order instanceof Decision.Send)) {
            lines.forEach(line -> json.withArray("lines").add(DecisionJson.decision(line)));
        }
        return json;
    }

    private List<Decision> lines(PurchaseOrderReading reading, JsonNode customer) {
        List<Decision> lines = new ArrayList<>();
        for (PicqerPurchaseOrderLine line : reading.order().lines()) {
            lines.add(decide(new PurchaseOrderLineReading(reading, line)));
        }
        RemoteId order = reading.subject().remoteId();
        customer.path("removed")
                .forEach(id -> lines.add(Decision.Filter.removed(Subject.within(order, id.asText(), "removed"))));
        return lines;
    }

    private Decision decide(PurchaseOrderLineReading line) {
        return lineRules.reasonAgainst(line).isPresent() ? lineRules.filtered(line) : lineMapper.map(line);
    }

    private static PurchaseOrderReading reading(PicqerPurchaseOrder order, JsonNode customer) {
        Map<ProductId, Reference> products = new HashMap<>();
        Map<ProductId, BigDecimal> prices = new HashMap<>();
        for (PicqerPurchaseOrderLine line : order.lines()) {
            ProductId product = line.idproduct();
            JsonNode said = customer.path("products").path(product.toString());
            if (!said.isNull()) {
                products.put(product, References.of(said, product.value(), OPTIPLY_PRODUCTS));
            }
        }
        customer.path("prices")
                .properties()
                .forEach(price -> prices.put(
                        new ProductId(Long.parseLong(price.getKey())),
                        price.getValue().decimalValue()));
        JsonNode from = customer.path("historyFrom");
        JsonNode copied = customer.path("copiedFrom");
        long supplier = order.idsupplier() == null ? 0 : order.idsupplier().value();
        return new PurchaseOrderReading(
                order,
                new WarehouseId(customer.path("mainWarehouse").asLong(18)),
                ZoneId.of(customer.path("timezone").asText("Europe/Amsterdam")),
                from.isMissingNode() ? null : LocalDate.parse(from.textValue()),
                customer.path("inOptiply").booleanValue(),
                SupplierKey.of(order).orElse(null),
                References.of(customer.path("supplier"), supplier, OPTIPLY_SUPPLIERS),
                products,
                new ProductPrices(prices, Set.of()),
                customer.path("optiplysOwn").booleanValue(),
                copied.isMissingNode() ? null : new OptiplyId(copied.longValue()));
    }

    static List<Path> cases() throws IOException {
        return CASES.folders();
    }
}
