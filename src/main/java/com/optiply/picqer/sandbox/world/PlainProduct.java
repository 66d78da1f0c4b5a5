package com.optiply.picqer.sandbox.world;

import com.optiply.picqer.sandbox.picqer.Row;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A product that is written anew each time somebody looks, from its id and a seed. Written straight into bytes, because
 * a page of a hundred of them must not cost the sandbox more than its sockets do.
 */
record PlainProduct(long position, long seed, long idsupplier) implements Row {
    private static final char GAP = '#';
    private static final byte[][] PIECES = pieces(
            """
            {"idproduct":#,"idvatgroup":18,"idsupplier":#,"productcode":"SKU-#","name":"Garden hose # m, no. #",\
            "price":#.#,"fixedstockprice":#.#,"productcode_supplier":"GH-#","deliverytime":#,"description":"",\
            "barcode":"871#","type":"normal","unlimitedstock":false,"weight":#,"length":30,"width":30,"height":12,\
            "minimum_purchase_quantity":#,"purchase_in_quantities_of":#,"hs_code":null,"country_of_origin":null,\
            "active":true,"assembled":false,"show_on_portal":true,"idfulfilment_customer":null,\
            "analysis_pick_amount_per_day":1.37,"comment_count":0,"created":"2025-02-03 09:14:11",\
            "updated":"2025-09-30 16:02:48","productfields":[],"images":[],"pricelists":[],"tags":{},\
            "stock":[{"idwarehouse":18,"stock":#,"reserved":#,"reservedbackorders":1,"reservedpicklists":#,\
            "reservedallocations":0,"freestock":#},{"idwarehouse":21,"stock":#,"reserved":0,"reservedbackorders":0,\
            "reservedpicklists":0,"reservedallocations":0,"freestock":#}]}""");
    private static final int BYTES_MAX =
            Arrays.stream(PIECES).mapToInt(piece -> piece.length).sum() + PIECES.length * Writer.DIGITS_MAX;

    private static byte[][] pieces(String text) {
        return Arrays.stream(text.split(String.valueOf(GAP), -1))
                .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    @Override
    public byte[] json() {
        Writer writer = write();
        return Arrays.copyOf(writer.bytes, writer.length);
    }

    @Override
    public void writeTo(ByteArrayOutputStream page) {
        Writer writer = write();
        page.write(writer.bytes, 0, writer.length);
    }

    /** The numbers go into the gaps in their order; a price fills two, its euros and its two digits of cents. */
    private Writer write() {
        int centsOfPrice = 100 + draw(1, 9_900);
        int centsOfCost = centsOfPrice * 45 / 100;
        int stock = draw(2, 400);
        int onPicklists = draw(3, 5);
        int inSecond = draw(4, 60);
        return new Writer()
                .number(position)
                .number(idsupplier)
                .number(position)
                .number(5 + draw(5, 46))
                .number(position)
                .number(centsOfPrice / 100)
                .digits(centsOfPrice % 100, 2)
                .number(centsOfCost / 100)
                .digits(centsOfCost % 100, 2)
                .number(position)
                .number(1 + draw(6, 28))
                .digits(position, 10)
                .number(50 + draw(7, 5_000))
                .number(1 + draw(8, 24))
                .number(1 + draw(9, 12))
                .number(stock)
                .number(onPicklists + 1)
                .number(onPicklists)
                .number(stock - onPicklists - 1)
                .number(inSecond)
                .number(inSecond);
    }

    /** A number below the bound, the same for the same product, seed and subject (splitmix64). */
    private int draw(int subject, int bound) {
        long mixed = (seed * 31 + position) * 31 + subject * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(mixed ^ mixed >>> 31, bound);
    }

    @Override
    public @Nullable String text(String field) {
        return switch (field) {
            case "idproduct" -> Long.toString(position);
            case "idsupplier" -> Long.toString(idsupplier);
            case "productcode" -> "SKU-" + position;
            case "active" -> "true";
            case "type" -> "normal";
            case "idfulfilment_customer" -> null;
            default -> Row.super.text(field);
        };
    }

    /** Every plain product has at least one reservation in the main warehouse. */
    @Override
    public boolean isStockedIn(long idwarehouse) {
        return idwarehouse == PlainWorld.MAIN_WAREHOUSE
                || (idwarehouse == PlainWorld.SECOND_WAREHOUSE && draw(4, 60) > 0);
    }

    private static final class Writer {
        private static final int DIGITS_MAX = 19;

        private final byte[] bytes = new byte[BYTES_MAX];
        private int length;
        private int piece;

        private Writer() {
            next();
        }

        private void next() {
            byte[] text = PIECES[piece++];
            System.arraycopy(text, 0, bytes, length, text.length);
            length += text.length;
        }

        private Writer number(long value) {
            if (value < 0) {
                bytes[length++] = '-';
            }
            long size = Math.abs(value);
            int digits = 1;
            for (long rest = size / 10; rest > 0; rest /= 10) {
                digits++;
            }
            return digits(size, digits);
        }

        private Writer digits(long value, int digits) {
            long rest = value;
            for (int i = length + digits - 1; i >= length; i--) {
                bytes[i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
            length += digits;
            next();
            return this;
        }
    }
}
