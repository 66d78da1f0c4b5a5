package com.optiply.picqer.cli;

import com.optiply.picqer.demo.Demo;
import com.optiply.picqer.demo.DemoNumbers;
import com.optiply.picqer.demo.DemoOutput;
import com.optiply.picqer.demo.DemoWords;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what the program does on two simulated accounts. */
@Command(
        name = "demo",
        description = {
            "Synchronises a simulated Picqer shop full of odd products with a simulated Optiply account, in words.",
            "Needs no credentials and no network, and leaves nothing behind. Exit code 1 if a number is not right."
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Option(names = "--json", description = "The numbers only: one line of JSON for each run.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        DemoOutput output = json ? new DemoNumbers(out) : new DemoWords(out, Terminal.isThere());
        boolean isRight = Demo.play(home.installation(), output);
        return (isRight ? ExitCode.FINE : ExitCode.PROBLEMS).number();
    }
}
