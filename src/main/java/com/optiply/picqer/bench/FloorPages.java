package com.optiply.picqer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.picqer.ListWalk;
import com.optiply.picqer.sandbox.ShopOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Picqer's lists page by page, each page beginning on the last row of the one before. */
final class FloorPages {
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString((ShopOptions.KEY + ":").getBytes(UTF_8));

    private final HttpClient http;
    private final URI picqer;

    /** What is done with the rows of a page that were not on the one before. */
    interface Page {
        void take(List<FloorProduct> products) throws IOException, InterruptedException;
    }

    FloorPages(HttpClient http, URI picqer) {
        this.http = http;
        this.picqer = picqer;
    }

    /** How many pages a walk over a list of so many rows takes at least. */
    static long least(long rows) {
        return rows < ListWalk.PAGE_ROWS ? 1 : (rows - ListWalk.PAGE_ROWS) / (ListWalk.PAGE_ROWS - 1) + 2;
    }

    /** The pages of both lists, for so many active products and no inactive one. */
    static List<String> paths(long rows) {
        List<String> paths = new ArrayList<>();
        for (long page = 0; page < least(rows); page++) {
            paths.add("/products?offset=" + page * (ListWalk.PAGE_ROWS - 1));
        }
        paths.add("/products?inactive=true&offset=0");
        return paths;
    }

    /** The active list, then the inactive one. @return how many products both hold */
    long walk(Page takePage) throws IOException, InterruptedException {
        get("/warehouses");
        return walk("/products?offset=", takePage) + walk("/products?inactive=true&offset=", takePage);
    }

    private long walk(String path, Page takePage) throws IOException, InterruptedException {
        long last = 0;
        for (long offset = 0; ; offset += ListWalk.PAGE_ROWS - 1) {
            FloorProduct[] page = FloorProduct.readPage(get(path + offset));
            int known = offset == 0 ? 0 : 1;
            if (known == 1 && page[0].idproduct() != last) {
                throw new BenchException("The list has moved at offset " + offset + ".");
            }
            takePage.take(Arrays.asList(page).subList(known, page.length));
            if (page.length < ListWalk.PAGE_ROWS) {
                return offset + page.length;
            }
            last = page[page.length - 1].idproduct();
        }
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(picqer + path))
                .header("Authorization", AUTHORIZATION)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new BenchException("Picqer answered " + answer.statusCode() + " to GET " + path);
        }
        return answer.body();
    }
}
