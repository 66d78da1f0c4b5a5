package com.optiply.picqer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A child's end of the line to the process that started it: one line of JSON for an order, one for its answer. A parent
 * that is gone ends the line, and with it the child.
 */
final class ParentLine {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String RESULT = "result";
    static final String PROBLEM = "problem";

    private final BufferedReader in;
    private final PrintStream out;

    private ParentLine(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** What a child does from its first order to the end of the line. */
    interface Talk {
        void with(ParentLine parent) throws IOException;
    }

    /**
     * Holds the talk, then ends the process, whatever threads there still are. Standard output belongs to the talk
     * alone: what else is printed goes to standard error.
     */
    static void hold(Talk talk) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        ParentLine parent = new ParentLine(new BufferedReader(new InputStreamReader(System.in, UTF_8)), out);
        try {
            talk.with(parent);
            System.exit(0);
        } catch (IOException | RuntimeException failed) {
            parent.refuse(failed);
            System.exit(1);
        }
    }

    /** The first order, which says how to begin. */
    <T> T read(Class<T> type) throws IOException {
        T order = next(type);
        if (order == null) {
            throw new EOFException("The benchmark has gone.");
        }
        return order;
    }

    private <T> @Nullable T next(Class<T> type) throws IOException {
        String line = in.readLine();
        return line == null ? null : JSON.readValue(line, type);
    }

    /** Carries out orders until the line ends. What an order fails with is its answer. */
    <O> void serve(Class<O> type, Function<O, Object> work) throws IOException {
        for (O order = next(type); order != null; order = next(type)) {
            try {
                answer(work.apply(order));
            } catch (RuntimeException failed) {
                refuse(failed);
            }
        }
    }

    void answer(Object result) throws IOException {
        send(Map.of(RESULT, JSON.<JsonNode>valueToTree(result)));
    }

    private void refuse(Exception failed) throws IOException {
        LoggerFactory.getLogger(ParentLine.class).error("A part of the benchmark failed.", failed);
        send(Map.of(PROBLEM, String.valueOf(failed.getMessage())));
    }

    private void send(Map<String, ?> message) throws IOException {
        out.println(JSON.writeValueAsString(message));
        out.flush();
    }
}
