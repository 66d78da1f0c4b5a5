package com.optiply.picqer.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.Switch;
import com.optiply.picqer.sandbox.picqer.PicqerSwitches.PartsOfOthers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One answer to one question that the contracts leave open, other than the likeliest: a switch of a simulator.
 *
 * @param at the account that it is a switch of, as the admin door calls it
 */
record OpenPoint(String at, String name, JsonNode value) {
    private static final String OPTIPLY = "optiply";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Every value of every switch but the first. */
    static Stream<OpenPoint> all() {
        return Stream.concat(ofPicqer(), ofOptiply());
    }

    private static Stream<OpenPoint> ofPicqer() {
        Map<String, List<JsonNode>> values = new TreeMap<>();
        values.put("missing_user_agent_status", List.of(JSON.numberNode(403)));
        values.put("scoped_key_status", List.of(JSON.numberNode(401)));
        values.put("scoped_keys_read_warehouses_and_receipts", List.of(JSON.booleanNode(false)));
        values.put("retry_after", List.of(JSON.booleanNode(true)));
        values.put("offsets", List.of(JSON.textNode("rounded_down")));
        values.put("order", List.of(JSON.textNode("oldest_first")));
        values.put("after_is_inclusive", List.of(JSON.booleanNode(true)));
        values.put("stock_moves_updated", List.of(JSON.booleanNode(true)));
        values.put("receipts_move_purchase_orders", List.of(JSON.booleanNode(false)));
        values.put("lines_move_purchase_orders", List.of(JSON.booleanNode(false)));
        values.put(
                "parts_of_others",
                Arrays.stream(PartsOfOthers.values())
                        .skip(1)
                        .map(OpenPoint::text)
                        .toList());
        values.put("completion_delay_seconds", List.of(JSON.numberNode(0), JSON.numberNode(86_400)));
        return values.entrySet().stream().flatMap(each -> each.getValue().stream()
                .map(value -> new OpenPoint(SyncSetup.ACME.value(), each.getKey(), value)));
    }

    private static Stream<OpenPoint> ofOptiply() {
        Stream<OpenPoint> choices = Arrays.stream(Switch.class.getPermittedSubclasses())
                .flatMap(type -> Arrays.stream(type.getEnumConstants())
                        .skip(1)
                        .map(value -> new OpenPoint(OPTIPLY, snake(type), text(value))));
        return Stream.concat(choices, Stream.of(new OpenPoint(OPTIPLY, "extra_attributes", extraAttributes())));
    }

    private static JsonNode extraAttributes() {
        var attributes = JSON.arrayNode();
        OptiplySwitches.EXTRA_ATTRIBUTES.stream().sorted().forEach(attributes::add);
        return attributes;
    }

    private static JsonNode text(Object value) {
        return JSON.textNode(((Enum<?>) value).name().toLowerCase(Locale.ROOT));
    }

    private static String snake(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Turns it, as the admin door does. @return how all switches of that account stand then */
    JsonNode turn(SyncWorld world) {
        ObjectNode arguments = JSON.objectNode();
        arguments.putObject("fields").set(name, value);
        return at.equals(OPTIPLY)
                ? world.optiply().backstage().orElseThrow().perform("switch", arguments)
                : world.shop().perform("switch", arguments);
    }

    /** A customer whom it concerns. */
    SyncSetup of(SyncSetup usual) {
        return switch (name) {
            case "remote_id_without_coupling" -> usual.withoutCoupling();
            case "scoped_key_status", "scoped_keys_read_warehouses_and_receipts" -> usual.choosing(
                    customer -> customer.getPicqer().setApiKey(SyncSetup.FULFILMENT_KEY));
            default -> usual;
        };
    }

    /** How a whole shop ends with it: as ever, unless it is said here. */
    Ending ending() {
        return switch (name) {
            case "assembled_without_parts" -> Ending.HIDES_COMPOSED_PRODUCTS_FOR_A_ROUND;
            case "offsets" -> Ending.STOPS_UNTIL_PAGING_IS_PLAIN;
            case "remote_id_key" -> Ending.STOPS_UNTIL_THE_COUPLING_IS_LEFT_OUT;
            case "remote_id_without_coupling" -> Ending.HOLDS_AS_MUCH_AS_EVER;
            case "retry_after" -> Ending.STOPS_AT_THE_LIMIT;
            case "scoped_key_status" -> Ending.KNOWS_SUPPLIERS_BY_NAME;
            case "scoped_keys_read_warehouses_and_receipts" -> Ending.LACKS_DELIVERIES;
            default -> Ending.IN_STEP;
        };
    }

    /** What becomes of a whole shop. */
    enum Ending {
        IN_STEP,
        /** Until their parts are there. */
        HIDES_COMPOSED_PRODUCTS_FOR_A_ROUND,
        STOPS_UNTIL_PAGING_IS_PLAIN,
        STOPS_UNTIL_THE_COUPLING_IS_LEFT_OUT,
        /** Where records bear no ids, the oracle cannot tell those of one name apart. */
        HOLDS_AS_MUCH_AS_EVER,
        STOPS_AT_THE_LIMIT,
        KNOWS_SUPPLIERS_BY_NAME,
        /** Of everything else it has what a fulfilment key has. */
        LACKS_DELIVERIES
    }

    @Override
    public String toString() {
        return name + " " + (value.isArray() ? "all" : value.asText());
    }
}
