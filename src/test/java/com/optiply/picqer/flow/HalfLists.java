package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiFunction;

/**
 * An Optiply that lists only half of what it has of one resource.
 *
 * @param admitsTotal whether it still says how many there are
 */
record HalfLists(String resource, boolean admitsTotal)
        implements BiFunction<SimulatedRequest, SimulatedResponse, SimulatedResponse> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public SimulatedResponse apply(SimulatedRequest request, SimulatedResponse answer) {
        boolean isList = request.method().equals("GET") && request.path().endsWith("/" + resource);
        return isList ? halved(answer) : answer;
    }

    private SimulatedResponse halved(SimulatedResponse answer) {
        try {
            ObjectNode body = (ObjectNode) JSON.readTree(answer.body());
            ArrayNode data = body.withArray("data");
            int half = data.size() / 2;
            while (data.size() > half) {
                data.remove(half);
            }
            if (!admitsTotal) {
                body.withObject("/meta").put("totalResourceCount", half);
            }
            return new SimulatedResponse(answer.status(), answer.headers(), JSON.writeValueAsBytes(body));
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
