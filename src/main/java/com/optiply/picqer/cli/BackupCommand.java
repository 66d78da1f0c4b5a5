package com.optiply.picqer.cli;

import com.optiply.picqer.service.StateBackups;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the state while the service works on. */
@Command(
        name = "backup",
        description = "Copies the state into a new file, also while the service runs, and checks the copy.")
final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", paramLabel = "FILE", description = "The copy; it must not be there yet.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        new StateBackups(home.installation()).make(file);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("The state is copied to %s (%,d KB), and the copy is whole.%n", file, Files.size(file) / 1024);
        out.println("To put it back: stop the service, `restore " + file + "`, start the service.");
        out.flush();
        return ExitCode.FINE.number();
    }
}
