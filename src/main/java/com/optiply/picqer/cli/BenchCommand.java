package com.optiply.picqer.cli;

import com.optiply.picqer.bench.Bench;
import com.optiply.picqer.bench.BenchCase;
import com.optiply.picqer.bench.BenchException;
import com.optiply.picqer.bench.Repeats;
import com.optiply.picqer.bench.Results;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures this program beside a hand-written loop that makes the same requests, on this machine, in this minute. */
@Command(
        name = "bench",
        description = {
            "Measures this program in the sandbox, beside a hand-written loop that makes the same requests and keeps"
                    + " no state (the floor). Needs no credentials, and leaves your state alone.",
            "Figures compare within one run; between machines only their ratios do.",
            "Exit code: 0 measured, whether or not the targets are met; 1 a sync failed or came to something else."
        })
final class BenchCommand implements Callable<Integer> {
    private static final int ROUNDS_MAX = 1_000;
    private static final int PRODUCTS_MAX = 10_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(
            paramLabel = "CASE",
            description = "first-sync, unchanged-sync, latency, requests, heap or supplier-import; all of them if none"
                    + " is named.")
    private List<String> cases = List.of();

    @Option(names = "--products", paramLabel = "N", description = "In every case (default: each case's own number).")
    private @Nullable Integer products;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "That count, after those that warm up; the median is shown (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-ups",
            paramLabel = "N",
            defaultValue = "3",
            description = "Rounds before those; without any it is over soon, and measures the compiler too"
                    + " (default: ${DEFAULT-VALUE}).")
    private int warmUps;

    @Option(names = "--json", description = "One line of JSON for each case.")
    private boolean json;

    @Override
    public Integer call() {
        Set<BenchCase> wanted = wanted();
        OptionalInt size = products();
        Repeats repeats =
                new Repeats(within(0, warmUps, ROUNDS_MAX, "--warm-ups"), within(1, rounds, ROUNDS_MAX, "--rounds"));
        Bench bench = new Bench(home.installation(), size, repeats);
        PrintWriter out = spec.commandLine().getOut();
        try {
            bench.run(wanted, (json ? new Results.Json(out) : new Results.Words(out))::show);
            return ExitCode.FINE.number();
        } catch (BenchException worthless) {
            spec.commandLine().getErr().println(worthless.getMessage());
            return ExitCode.PROBLEMS.number();
        }
    }

    private OptionalInt products() {
        return products == null ? OptionalInt.empty() : OptionalInt.of(within(1, products, PRODUCTS_MAX, "--products"));
    }

    private int within(int least, int given, int most, String option) {
        if (given < least || given > most) {
            throw refused("%s takes a number from %d to %d, not %d.".formatted(option, least, most, given));
        }
        return given;
    }

    private Set<BenchCase> wanted() {
        if (cases.isEmpty()) {
            return EnumSet.allOf(BenchCase.class);
        }
        return cases.stream()
                .map(name -> BenchCase.of(name)
                        .orElseThrow(() -> refused("There is no case `" + name + "`. Cases: " + names())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BenchCase.class)));
    }

    private static String names() {
        return Arrays.stream(BenchCase.values()).map(BenchCase::code).collect(Collectors.joining(", "));
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
