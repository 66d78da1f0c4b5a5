package com.optiply.picqer.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import java.util.List;

/** Writes of products as the state remembers them, and as the simulator was asked for them. */
final class RequestedWrites {
    static final String PICQER = "/picqer/";
    static final String OPTIPLY_API = "/optiply/v1/";

    private static final String PRODUCTS = OPTIPLY_API + "products";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private RequestedWrites() {}

    static ProductWrite kept(Change change) {
        return new ProductWrite(
                change.action() == Action.CREATE,
                change.remoteId().value(),
                ProductValues.written(json(change.after())));
    }

    /** Those that Optiply carried out, whether or not its answer came through. */
    static List<ProductWrite> carriedOut(List<LoggedRequest> requests, OptiplyContents contents) {
        return requests.stream()
                .filter(request -> isWrite(request) && request.applied() >= 200 && request.applied() < 300)
                .map(request -> write(request, contents))
                .toList();
    }

    static boolean isWrite(LoggedRequest request) {
        return request.path().startsWith(PRODUCTS) && !request.method().equals("GET");
    }

    /** The id of Picqer that a create bears. */
    static String remoteId(LoggedRequest create) {
        return attributes(create).path("remoteId").asText();
    }

    private static ProductWrite write(LoggedRequest request, OptiplyContents contents) {
        boolean isCreate = request.method().equals("POST");
        String idproduct = isCreate ? remoteId(request) : contents.idproducts().get(optiplyId(request));
        return new ProductWrite(isCreate, idproduct, ProductValues.written(attributes(request)));
    }

    private static long optiplyId(LoggedRequest request) {
        return Long.parseLong(request.path().substring(PRODUCTS.length() + 1));
    }

    private static JsonNode attributes(LoggedRequest request) {
        return json(request.body()).path("data").path("attributes");
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("the engine wrote something that is not JSON", notJson);
        }
    }
}
