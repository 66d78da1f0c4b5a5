package com.optiply.picqer.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of Picqer's list with just what the mapping of a plain product needs, bound by Jackson, which is quicker than
 * going through its tree.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FloorProduct(
        long idproduct,
        @Nullable String productcode,
        String name,
        BigDecimal price,
        @Nullable String barcode,
        boolean unlimitedstock,
        boolean assembled,
        boolean active,
        List<Stock> stock) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final ObjectReader PAGES = JSON.readerFor(FloorProduct[].class);
    private static final ObjectWriter CREATES = JSON.writerFor(Create.class);

    /** Free pieces in one warehouse. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Stock(long idwarehouse, long freestock) {}

    private record Create(Data data) {}

    private record Data(String type, Attributes attributes) {}

    private record Attributes(
            String name,
            @Nullable String skuCode,
            @Nullable String articleCode,
            @Nullable String eanCode,
            BigDecimal price,
            boolean unlimitedStock,
            boolean assembled,
            long stockLevel,
            String status,
            String remoteId,
            String remoteDataSyncedToDate) {}

    static FloorProduct[] readPage(byte[] page) throws IOException {
        return PAGES.readValue(page);
    }

    boolean isPurchasable() {
        return active && !unlimitedstock && !assembled;
    }

    /** The body that creates it in Optiply. */
    byte[] create(String syncedTo) {
        try {
            return CREATES.writeValueAsBytes(new Create(new Data("products", attributes(syncedTo))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Attributes attributes(String syncedTo) {
        long stockLevel = 0;
        for (Stock one : stock) {
            stockLevel += one.idwarehouse == BenchAccount.WAREHOUSE ? one.freestock : 0;
        }
        return new Attributes(
                name.strip(),
                productcode,
                productcode,
                barcode,
                price.setScale(2, RoundingMode.HALF_UP),
                unlimitedstock,
                assembled,
                stockLevel,
                "enabled",
                Long.toString(idproduct),
                syncedTo);
    }
}
