package com.optiply.picqer.cli;

import com.optiply.picqer.service.StateBackups;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup in the place of the state, so that nothing that was written since is created twice. */
@Command(
        name = "restore",
        description = {
            "Puts a backup in the place of the state. The service must not run meanwhile.",
            "Without FILE: says that the state that stands there was put back by other means."
        })
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Home home;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "What `backup` made.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        StateBackups backups = new StateBackups(home.installation());
        PrintWriter out = spec.commandLine().getOut();
        if (file == null) {
            backups.acceptRestored();
            out.println("The state that stands there counts as put back from a backup.");
        } else {
            Path before = backups.restore(file);
            out.println("The state is the one of " + file + ".");
            if (Files.exists(before)) {
                out.println("The one that stood there before is now " + before + ".");
            }
        }
        out.println("The next run of each flow lists Optiply first, and links what was written since the backup.");
        out.flush();
        return ExitCode.FINE.number();
    }
}
