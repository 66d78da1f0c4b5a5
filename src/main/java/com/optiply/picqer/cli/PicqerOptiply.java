package com.optiply.picqer.cli;

import com.optiply.picqer.flow.run.Problem;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The program. Without a command it is the service. */
@Command(
        name = "picqer-optiply",
        description = "Keeps Optiply in step with Picqer. Without a command: runs the service.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = PicqerOptiply.Version.class,
        subcommands = {
            DemoCommand.class,
            SandboxCommand.class,
            CheckCommand.class,
            ShowCommand.class,
            RunCommand.class,
            WhyCommand.class,
            CompareCommand.class,
            ApproveCommand.class,
            RecreateCommand.class,
            ImportCommand.class,
            RetryCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            BenchCommand.class
        },
        exitCodeOnInvalidInput = 2,
        footer = {"", "Exit codes: 0 fine, 1 problems in the data, 2 configuration, 3 Picqer or Optiply."})
public final class PicqerOptiply implements Callable<Integer> {
    @Mixin
    private Home home;

    private PicqerOptiply() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** The exit code; nothing of the process is left running. */
    static int run(String... arguments) {
        CommandLine program = new CommandLine(new PicqerOptiply());
        return program.setExecutionExceptionHandler((thrown, command, parsed) -> report(thrown, command))
                .setParameterExceptionHandler((refused, typed) -> Typed.refused(refused, program))
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        return new ServiceProcess(home.installation()).run().number();
    }

    /** One sentence for what a person can put right; the whole story, in the log, for what only we can. */
    private static int report(Exception thrown, CommandLine command) {
        PrintWriter err = command.getErr();
        if (thrown instanceof CustomerFilesException) {
            err.println(thrown.getMessage());
            return ExitCode.CONFIGURATION.number();
        }
        ExitCode exit = ExitCode.of(thrown);
        if (exit == ExitCode.PROBLEMS) {
            LoggerFactory.getLogger(PicqerOptiply.class).error("The command broke off unexpectedly.", thrown);
        }
        err.println(Problem.sentence(thrown));
        return exit.number();
    }

    /** The version that the jar bears. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = PicqerOptiply.class.getPackage().getImplementationVersion();
            return new String[] {"picqer-optiply " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
