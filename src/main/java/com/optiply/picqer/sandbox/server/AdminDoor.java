package com.optiply.picqer.sandbox.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sandbox by HTTP, for people and scripts; what it does stands in the Java API as well.
 *
 * <pre>
 * GET    /counters           how often what was asked
 * GET    /log?after=17       the requests after that sequence number; with &amp;key=... those of one key only
 * DELETE /log
 * GET    /faults             those in force, by number
 * POST   /faults             {"effect": "reset", "applied": true, "method": "POST", "path": ".*&#47;products",
 *                             "occurrences": {"first": 3, "times": 1}}
 * DELETE /faults[/{number}]
 * POST   /latency            {"ms": 50}
 * GET    /clock
 * POST   /clock              {"advance_seconds": 86400}
 * POST   /actions            {"at": "acme", "name": "set-stock", "arguments": {"idproduct": 70001, ...}}
 * GET    /state/{account}
 * POST   /reset              every account and the chances of faults as they began; no faults, an empty log
 * </pre>
 */
public final class AdminDoor implements Simulator {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SandboxServer server;
    private final Faults faults;
    private final RequestLog log;
    private final SandboxClock clock;

    public AdminDoor(SandboxServer server, Faults faults, RequestLog log, SandboxClock clock) {
        this.server = server;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
    }

    private static final class NoSuchDoor extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public SimulatedResponse answer(SimulatedRequest request) {
        try {
            return json(200, open(request));
        } catch (NoSuchDoor e) {
            return problem(404, "The admin door has nothing at " + request.method() + " " + request.path() + ".");
        } catch (JsonProcessingException e) {
            return problem(400, e.getOriginalMessage());
        } catch (IOException | IllegalArgumentException e) {
            return problem(400, String.valueOf(e.getMessage()));
        }
    }

    private Object open(SimulatedRequest request) throws IOException {
        String[] path = request.path().substring(1).split("/");
        String door = request.method() + " " + path[0];
        return switch (door) {
            case "GET counters" -> Map.of("total", log.total(), "requests", log.counters());
            case "GET log" -> requestsAfter(request);
            case "DELETE log" -> clearLog();
            case "GET faults" -> faults.inForce();
            case "POST faults" -> Map.of("number", faults.add(MAPPER.readValue(request.body(), Fault.class)));
            case "DELETE faults" -> removeFaults(path);
            case "POST latency" -> latency(body(request));
            case "GET clock" -> time();
            case "POST clock" -> advance(body(request));
            case "POST actions" -> act(MAPPER.readValue(request.body(), UserAction.class));
            case "GET state" -> backstage(path.length > 1 ? path[1] : "").state();
            case "POST reset" -> reset();
            default -> throw new NoSuchDoor();
        };
    }

    private List<LoggedRequest> requestsAfter(SimulatedRequest request) {
        String after = request.query().getOrDefault("after", List.of("0")).get(0);
        long sequence = Long.parseLong(after);
        List<String> keys = request.query().getOrDefault("key", List.of());
        return log.requests(logged -> logged.sequence() > sequence && (keys.isEmpty() || keys.contains(logged.key())));
    }

    private Object clearLog() {
        log.clear();
        return done();
    }

    private Object removeFaults(String[] path) {
        if (path.length == 1) {
            faults.clear();
            return done();
        }
        return Map.of("removed", faults.remove(Long.parseLong(path[1])));
    }

    private Object latency(ObjectNode body) {
        JsonNode ms = body.path("ms");
        if (!ms.isIntegralNumber() || ms.asLong() < 0) {
            throw new IllegalArgumentException("`ms` must be a whole number from 0.");
        }
        server.latency(ms.asLong());
        return done();
    }

    private Object advance(ObjectNode body) {
        JsonNode seconds = body.path("advance_seconds");
        if (!seconds.isIntegralNumber()) {
            throw new IllegalArgumentException("`advance_seconds` must be a whole number.");
        }
        clock.advance(Duration.ofSeconds(seconds.asLong()));
        return time();
    }

    private Object time() {
        return Map.of("now", clock.instant().toString());
    }

    private Object act(UserAction action) {
        if (action.at() == null || action.name() == null) {
            throw new IllegalArgumentException("An action needs `at` and `name`.");
        }
        ObjectNode arguments = action.arguments() == null ? MAPPER.createObjectNode() : action.arguments();
        return backstage(action.at()).perform(action.name(), arguments);
    }

    private Backstage backstage(String name) {
        return Optional.ofNullable(server.backstages().get(name))
                .orElseThrow(() -> new IllegalArgumentException("No account is called `" + name + "`. Accounts: "
                        + String.join(", ", server.backstages().keySet()) + "."));
    }

    private Object reset() {
        server.backstages().values().forEach(Backstage::reset);
        faults.reset();
        log.clear();
        server.latency(0);
        return done();
    }

    private static Object done() {
        return Map.of("done", true);
    }

    private static ObjectNode body(SimulatedRequest request) throws IOException {
        return MAPPER.readValue(request.body(), ObjectNode.class);
    }

    private static SimulatedResponse problem(int status, String text) {
        return json(status, Map.of("problem", text));
    }

    private static SimulatedResponse json(int status, Object body) {
        try {
            return new SimulatedResponse(
                    status, Map.of("content-type", "application/json"), MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
