package com.optiply.picqer.bench;

import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.service.Installation;
import java.time.Duration;
import java.util.List;

/** The processes of one import: the sandbox, and this program with a list that gives every product another supplier. */
final class ImportStage {
    private static final long ACCOUNT = 1;

    private ImportStage() {}

    /** @param rows as many as the shop has products */
    static Pass play(int rows, Installation installation) {
        try (ChildProcess sandbox = ChildProcess.start("sandbox", SandboxProcess.class, List.of());
                ChildProcess ours = ChildProcess.start("import", ImportProcess.class, List.of())) {
            Addresses addresses = sandbox.ask(new SandboxProcess.Setup(rows), Addresses.class);
            sandbox.ask(SandboxProcess.Order.fresh(ACCOUNT, Duration.ZERO), Tally.class);
            ours.ask(
                    new ImportProcess.Setup(
                            addresses,
                            ACCOUNT,
                            installation.properties().toUri(),
                            installation.routes().toUri()),
                    String.class);
            sandbox.ask(SandboxProcess.Order.secondSuppliers(ACCOUNT), Tally.class);
            Effort effort = ours.ask(new ImportProcess.Order(rows), Effort.class);
            return new Pass(effort, sandbox.ask(SandboxProcess.Order.tally(ACCOUNT, Duration.ZERO), Tally.class));
        }
    }

    /** The number of the supplier that takes over a product, among those of a plain shop of that size. */
    static int secondSupplier(int product, int products) {
        int suppliers = Worlds.plainSuppliers(products);
        return (product + 1) % suppliers + 1;
    }
}
