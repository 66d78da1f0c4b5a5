package com.optiply.picqer.mapping.buyorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.mapping.supplier.SupplierKey;
import com.optiply.picqer.optiply.OptiplyBuyOrder;
import com.optiply.picqer.optiply.OptiplyBuyOrderLine;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.picqer.PicqerPurchaseOrder;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.picqer.PurchaseOrderRows;
import com.optiply.picqer.picqer.WarehouseId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random amounts and prices, read from JSON text, against whole numbers of a millionth of a cent (mapping.md, "Buy
 * orders", {@code subtotalValue} and {@code totalValue}). A seed that fails stands in the name of its test.
 */
class BuyOrderMoneyTest {
    private static final int SEEDS = 200;
    private static final int LINES_MAX = 12;
    private static final int DECIMALS_MAX = 8;
    private static final BigInteger UNITS_OF_A_CENT = BigInteger.TEN.pow(DECIMALS_MAX - 2);
    private static final Reference LINKED = new Reference.Linked(new OptiplyId(1001));

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everySubtotalIsExactToTheCentAndTheTotalIsTheirSum(long seed) {
        RandomGenerator random = new Random(seed);
        List<BigInteger> cents = new ArrayList<>();
        List<Boolean> rounded = new ArrayList<>();
        ArrayNode lines = ((ObjectNode) DoorSamples.read("{}")).putArray("products");
        for (int line = 1; line <= 1 + random.nextInt(LINES_MAX); line++) {
            long amount = 1 + random.nextLong(random.nextBoolean() ? 50 : 5_000_000_000L);
            int decimals = random.nextInt(DECIMALS_MAX + 1);
            long digits = random.nextLong(random.nextBoolean() ? 2_000 : 1_000_000_000_000L) - 500;
            BigInteger units = BigInteger.valueOf(digits)
                    .multiply(BigInteger.TEN.pow(DECIMALS_MAX - decimals))
                    .multiply(BigInteger.valueOf(amount));
            cents.add(halfUp(units));
            rounded.add(units.mod(UNITS_OF_A_CENT).signum() != 0);
            lines.add(line(line, amount, price(digits, decimals)));
        }

        Send order = order(lines);

        assertThat(order.lines()).extracting(line -> subtotal((Send) line)).isEqualTo(euros(cents));
        assertThat(order.lines())
                .extracting(line -> !((Send) line).adjustments().isEmpty())
                .isEqualTo(rounded);
        BigInteger sum = cents.stream().reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(order.attributes().toNode().get(OptiplyBuyOrder.TOTAL_VALUE).decimalValue())
                .isEqualTo(new BigDecimal(sum, 2));
    }

    private static List<BigDecimal> euros(List<BigInteger> cents) {
        return cents.stream().map(each -> new BigDecimal(each, 2)).toList();
    }

    /** The nearest cent, a half away from zero: in whole numbers only. */
    private static BigInteger halfUp(BigInteger units) {
        BigInteger[] parts = units.abs().divideAndRemainder(UNITS_OF_A_CENT);
        boolean isUp = parts[1].shiftLeft(1).compareTo(UNITS_OF_A_CENT) >= 0;
        BigInteger cents = isUp ? parts[0].add(BigInteger.ONE) : parts[0];
        return units.signum() < 0 ? cents.negate() : cents;
    }

    /** The digits with the point put in, as text. */
    private static String price(long digits, int decimals) {
        String text = Long.toString(Math.abs(digits));
        String padded = "0".repeat(Math.max(0, decimals + 1 - text.length())) + text;
        int point = padded.length() - decimals;
        String sign = digits < 0 ? "-" : "";
        return sign + padded.substring(0, point) + (decimals == 0 ? "" : "." + padded.substring(point));
    }

    private static ObjectNode line(long id, long amount, String price) {
        return (ObjectNode) DoorSamples.read("{\"idpurchaseorder_product\":" + id + ",\"idproduct\":70211,\"amount\":"
                + amount + ",\"price\":" + price + "}");
    }

    private static Send order(ArrayNode lines) {
        ObjectNode row = (ObjectNode) DoorSamples.read("{\"idpurchaseorder\":5120,\"idsupplier\":9410,"
                + "\"idwarehouse\":18,\"status\":\"purchased\","
                + "\"created\":\"2025-10-08 10:01:11\",\"updated\":\"2025-10-08 10:01:11\"}");
        row.set("products", lines);
        PurchaseOrderReading reading = PurchaseOrderRows.read(row).fold(BuyOrderMoneyTest::reading, unreadable -> {
            throw new AssertionError(unreadable.problems());
        });
        BuyOrderLineMapper lineMapper = new BuyOrderLineMapper();
        return (Send) new BuyOrderMapper()
                .map(
                        reading,
                        reading.order().lines().stream()
                                .map(line -> lineMapper.map(new PurchaseOrderLineReading(reading, line)))
                                .toList());
    }

    private static PurchaseOrderReading reading(PicqerPurchaseOrder order) {
        return new PurchaseOrderReading(
                order,
                new WarehouseId(18),
                ZoneId.of("Europe/Amsterdam"),
                null,
                false,
                SupplierKey.of(order).orElse(null),
                LINKED,
                Map.of(new ProductId(70211), LINKED),
                new ProductPrices(Map.of(), Set.of()),
                false,
                null);
    }

    private static BigDecimal subtotal(Send line) {
        return line.attributes()
                .toNode()
                .get(OptiplyBuyOrderLine.SUBTOTAL_VALUE)
                .decimalValue();
    }

    static LongStream seeds() {
        return new Random().longs(SEEDS);
    }
}
