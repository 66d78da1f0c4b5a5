package com.optiply.picqer.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The links and open intents as they lie in the database, read past the store so that its own reading cannot hide a
 * fault.
 *
 * @param links by remote id
 * @param intents how many writes have no stored answer
 * @param outcomes of all runs, in their order
 * @param parked the remote ids of what is in quarantine
 * @param grounds what decisions rest on
 */
public record StateRows(
        Map<String, Link> links, int intents, List<String> outcomes, List<String> parked, List<String> grounds) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** One record that was seen in Picqer. */
    public record Link(
            String remoteId,
            @Nullable Long optiplyId,
            @Nullable JsonNode attributes,
            String standing,
            @Nullable String reason) {}

    public static StateRows read(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            return new StateRows(
                    links(statement),
                    intents(statement),
                    texts(statement, "select outcome from run order by id"),
                    texts(statement, "select remote_id from quarantine"),
                    texts(
                            statement,
                            "select kind || ' ' || remote_id || ' on ' || on_kind || ' ' || on_id from rests_on"));
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Map<String, Link> links(Statement statement) throws SQLException {
        Map<String, Link> links = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("select * from link")) {
            while (rows.next()) {
                long id = rows.getLong("optiply_id");
                Long optiplyId = rows.wasNull() ? null : id;
                String remoteId = rows.getString("remote_id");
                links.put(
                        remoteId,
                        new Link(
                                remoteId,
                                optiplyId,
                                json(rows.getString("attributes")),
                                rows.getString("standing"),
                                rows.getString("reason")));
            }
        }
        return links;
    }

    private static int intents(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from intent")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    /** How many links there are, of all kinds. */
    static long count(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from link")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    public Link link(long idproduct) {
        return Optional.ofNullable(links.get(Long.toString(idproduct)))
                .orElseThrow(() -> new AssertionError("the state has no link of product " + idproduct));
    }

    /** Where the state believes something about Optiply that is not so, or has not noticed what is there. */
    List<String> disagreements(List<OptiplyRecord> records) {
        Map<Long, OptiplyRecord> byId = new TreeMap<>();
        records.forEach(record -> byId.put(record.id(), record));
        List<String> found = new ArrayList<>();
        for (Link link : links.values()) {
            if (link.optiplyId() != null) {
                OptiplyRecord record = byId.remove(link.optiplyId());
                found.addAll(record == null ? List.of(link + " is not in Optiply") : believedWrongly(link, record));
            }
        }
        byId.values().forEach(record -> found.add("no link has " + record));
        if (intents > 0) {
            found.add(intents + " writes have no stored answer");
        }
        return found;
    }

    private static List<String> believedWrongly(Link link, OptiplyRecord record) {
        List<String> wrong = new ArrayList<>();
        if (link.attributes() == null) {
            return List.of(link + " is linked to a record that was never acknowledged");
        }
        link.attributes().properties().forEach(believed -> {
            JsonNode held = record.attributes().path(believed.getKey());
            if (!isAdmittedlyUnknown(link, believed.getValue()) && !isSame(believed.getValue(), held)) {
                wrong.add("product " + link.remoteId() + ": the state believes " + believed + ", Optiply has " + held);
            }
        });
        return wrong;
    }

    /**
     * A null says that an answer was lost. A product that a rule keeps out since then is only hidden, so that the rest
     * stays unknown; one that is sent must have been sent again.
     */
    private static boolean isAdmittedlyUnknown(Link link, JsonNode believed) {
        return believed.isNull() && !link.standing().equals("send");
    }

    /** Money is a number in one and text in the other. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNumber() && !other.isMissingNode() && !other.isNull()) {
            return one.decimalValue().compareTo(new BigDecimal(other.asText())) == 0;
        }
        return one.isNull()
                ? other.isNull() || other.isMissingNode()
                : one.asText().equals(other.asText());
    }
}
