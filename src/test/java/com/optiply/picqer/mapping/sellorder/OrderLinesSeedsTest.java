package com.optiply.picqer.mapping.sellorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Reference.Linked;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplySellOrderLine;
import com.optiply.picqer.picqer.PicqerOrderLine;
import com.optiply.picqer.picqer.ProductId;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Orders at random: what is sent adds up to what was sold, worked out from the outermost lines inwards instead of line
 * by line. A seed that ever failed belongs into {@code order-lines.txt}, and is summed up for ever.
 */
class OrderLinesSeedsTest {
    private static final Path SEEDS = Path.of("src/test/resources/golden/seeds/order-lines.txt");
    private static final int RANDOM_SEEDS = 500;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource({"knownSeeds", "newSeeds"})
    void whatIsSentAddsUpToWhatWasSold(long seed) {
        OrderReading reading = RandomOrder.of(seed);
        List<PicqerOrderLine> counted = new ArrayList<>();
        partsOf(null, reading).forEach(line -> count(line, reading, counted));
        List<Attributes> sold = counted.stream()
                .map(PicqerOrderLine::idproduct)
                .distinct()
                .map(product -> sum(product, counted, reading))
                .toList();

        Decision decision = OrderSamples.decide(reading);

        List<Attributes> sent = decision instanceof Send send ? sent(send.lines()) : List.of();
        assertThat(sent).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(sold);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource({"knownSeeds", "newSeeds"})
    void everyLineIsToldOfUnderAnIdOfItsOwn(long seed) {
        OrderReading reading = RandomOrder.of(seed);
        List<Decision> lines = OrderSamples.lines(reading);

        List<Decision> perProduct = new SellOrderMapper().lines(reading, lines);

        assertThat(perProduct)
                .as("seed %d", seed)
                .extracting(Decision::remoteId)
                .doesNotHaveDuplicates();
        long leftOut = lines.stream().filter(line -> !(line instanceof Send)).count();
        assertThat(perProduct.size() - sent(perProduct).size())
                .as("seed %d", seed)
                .isEqualTo(leftOut);
    }

    private static void count(PicqerOrderLine line, OrderReading reading, List<PicqerOrderLine> counted) {
        List<PicqerOrderLine> parts = partsOf(line, reading);
        OrderedProducts products = reading.products();
        if (!parts.isEmpty() && !products.composed().contains(line.idproduct())) {
            parts.forEach(part -> count(part, reading, counted));
        } else if (pieces(line, reading) > 0 && products.references().get(line.idproduct()) instanceof Linked) {
            counted.add(line);
        }
    }

    /** The lines that are parts of this one; of none, the outermost. */
    private static List<PicqerOrderLine> partsOf(@Nullable PicqerOrderLine whole, OrderReading reading) {
        return reading.order().lines().stream()
                .filter(line -> Objects.equals(line.partof(), whole == null ? null : whole.idorderProduct()))
                .toList();
    }

    private static Attributes sum(ProductId product, List<PicqerOrderLine> counted, OrderReading reading) {
        long quantity = 0;
        BigDecimal subtotal = BigDecimal.ZERO;
        for (PicqerOrderLine line : counted) {
            if (line.idproduct().equals(product)) {
                quantity += pieces(line, reading);
                subtotal = subtotal.add(price(line, reading)
                        .multiply(BigDecimal.valueOf(pieces(line, reading)))
                        .setScale(2, RoundingMode.HALF_UP));
            }
        }
        return Attributes.builder()
                .whole(OptiplySellOrderLine.PRODUCT_ID, 1_000 + product.value())
                .whole(OptiplySellOrderLine.QUANTITY, quantity)
                .decimal(OptiplySellOrderLine.SUBTOTAL_VALUE, subtotal)
                .build();
    }

    private static long pieces(PicqerOrderLine line, OrderReading reading) {
        return line.amount() - (reading.choices().subtractCancelled() ? line.amountCancelled() : 0);
    }

    private static BigDecimal price(PicqerOrderLine line, OrderReading reading) {
        return line.price() != null
                ? line.price()
                : reading.products().prices().known().getOrDefault(line.idproduct(), BigDecimal.ZERO);
    }

    private static List<Attributes> sent(List<Decision> lines) {
        return lines.stream()
                .filter(Send.class::isInstance)
                .map(line -> ((Send) line).attributes())
                .toList();
    }

    static List<Long> knownSeeds() throws IOException {
        return Files.readAllLines(SEEDS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Long::valueOf)
                .toList();
    }

    static LongStream newSeeds() {
        return new Random().longs(RANDOM_SEEDS);
    }
}
