package com.optiply.picqer.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JVM of our own making, with the class path of this one; the parent's end of {@link ParentLine}. */
final class ChildProcess implements AutoCloseable {
    private static final long LAST_SECONDS = 20;
    private static final Pattern HOW_IT_COMPILES = Pattern.compile(
            "-XX:(TieredStopAtLevel=.*|[+-](TieredCompilation|UnlockDiagnosticVMOptions|BytecodeVerification.*))");

    private final String name;
    private final Process process;
    private final BufferedWriter out;
    private final BufferedReader in;

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.out = process.outputWriter(UTF_8);
        this.in = process.inputReader(UTF_8);
    }

    static ChildProcess start(String name, Class<?> main, List<String> jvmFlags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ownFlags());
        command.addAll(jvmFlags);
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new ChildProcess(name, process);
        } catch (IOException notStarted) {
            throw new BenchException("The process `" + name + "` does not start.", notStarted);
        }
    }

    /** They compile as this JVM does: whoever starts it with the first compiler alone measures that. */
    private static List<String> ownFlags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(HOW_IT_COMPILES.asMatchPredicate())
                .toList();
    }

    /** Gives an order and waits for what comes of it. */
    <A> A ask(Object order, Class<A> answer) {
        try {
            out.write(ParentLine.JSON.writeValueAsString(order));
            out.newLine();
            out.flush();
            String line = in.readLine();
            if (line == null) {
                throw gone(null);
            }
            return result(ParentLine.JSON.readTree(line), answer);
        } catch (IOException broken) {
            throw gone(broken);
        }
    }

    private <A> A result(JsonNode message, Class<A> answer) throws IOException {
        if (message.has(ParentLine.PROBLEM)) {
            throw new BenchException("The process `" + name + "` failed: "
                    + message.get(ParentLine.PROBLEM).asText());
        }
        return ParentLine.JSON.treeToValue(message.get(ParentLine.RESULT), answer);
    }

    private BenchException gone(@Nullable IOException broken) {
        String exit = hasEnded() ? "ended with exit code " + process.exitValue() : "does not answer any more";
        String message = "The process `" + name + "` " + exit + "; why stands above.";
        return broken == null ? new BenchException(message) : new BenchException(message, broken);
    }

    /** Its last words have to be over: the exit code is only then known. */
    private boolean hasEnded() {
        try {
            return process.waitFor(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the line, at which the child ends by itself; one that does not is killed. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException alreadyGone) {
            process.destroy();
        }
        if (!hasEnded()) {
            process.destroyForcibly();
        }
    }
}
