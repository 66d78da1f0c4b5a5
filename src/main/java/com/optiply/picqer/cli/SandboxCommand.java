package com.optiply.picqer.cli;

import com.optiply.picqer.customer.TimeSpan;
import com.optiply.picqer.demo.SandboxCustomer;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.world.ShopSize;
import com.optiply.picqer.sandbox.world.World;
import com.optiply.picqer.sandbox.world.Worlds;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Both APIs on one local port, to try customer files on. */
@Command(
        name = "sandbox",
        description = {
            "Simulates a Picqer shop and an Optiply account on this machine, to try customer files on.",
            "Says which file to write and which variables to set; runs until Ctrl-C."
        })
final class SandboxCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--port", description = "0 takes any free one (default: ${DEFAULT-VALUE}).")
    private int port = 9000;

    @Option(names = "--seed", description = "The same seed makes the same shop (default: ${DEFAULT-VALUE}).")
    private long seed = SandboxOptions.DEFAULTS.seed();

    @Option(
            names = "--world",
            paramLabel = "demo|whole|mid-size|plain:N|empty",
            converter = WorldOfName.class,
            defaultValue = "demo",
            description = "What is in the shop: every odd product there is, every odd record of every list, a year of"
                    + " orders and deliveries, N ordinary products, or nothing (default: ${DEFAULT-VALUE}).")
    private World world;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            converter = TimeOfText.class,
            defaultValue = "0ms",
            description = "How long each request waits, such as 50ms (default: ${DEFAULT-VALUE}).")
    private Duration latency;

    @Option(names = "--json", description = "One line of JSON with the port, the addresses and the credentials.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        SandboxOptions options = SandboxOptions.DEFAULTS.withPort(port).withSeed(seed);
        try (SandboxCustomer customer = SandboxCustomer.open(options, world)) {
            customer.sandbox().latency(latency);
            out.print(json ? SandboxNotice.json(customer) : SandboxNotice.words(customer));
            out.flush();
            untilStopped();
        }
        return ExitCode.FINE.number();
    }

    /** Ctrl-C ends the process while this waits: there is nothing to save, and the port goes with the process. */
    private static void untilStopped() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    /** {@code demo}, {@code whole}, {@code mid-size}, {@code plain:N} or {@code empty}. */
    static final class WorldOfName implements ITypeConverter<World> {
        private static final Pattern PLAIN = Pattern.compile("plain:([0-9]{1,7})");

        @Override
        public World convert(String name) {
            Matcher plain = PLAIN.matcher(name);
            if (plain.matches()) {
                return Worlds.plain(Integer.parseInt(plain.group(1)));
            }
            return switch (name) {
                case "demo" -> Worlds.awkward();
                case "whole" -> Worlds.whole();
                case "mid-size" -> Worlds.year(ShopSize.MID_SIZE);
                case "empty" -> Worlds.empty();
                default -> throw new TypeConversionException("there is no world `" + name
                        + "`. Worlds: demo, whole, mid-size, plain:N with the number of products for N, empty");
            };
        }
    }

    /** {@code 50ms}, {@code 2s}. */
    static final class TimeOfText implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return TimeSpan.of(text)
                    .orElseThrow(() -> new TypeConversionException("`" + text + "` is no time such as 50ms or 2s"));
        }
    }
}
