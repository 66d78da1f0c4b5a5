package com.optiply.picqer.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A JVM with this program in it, which has pulled a shop and applies a list of preferred suppliers. */
final class ImportProcess {
    /** What it is told first; it answers when the shop is pulled. */
    record Setup(Addresses sandbox, long account, URI properties, URI routes) {}

    /** What it is told then: it answers with its {@link Effort}. */
    record Order(int rows) {}

    private ImportProcess() {}

    public static void main(String[] arguments) throws IOException {
        ParentLine.hold(parent -> {
            Setup setup = parent.read(Setup.class);
            BenchAccount account = new BenchAccount(setup.account());
            Meter meter = new Meter(false);
            try (Ours ours = Ours.start(
                    setup.sandbox(), List.of(account.id()), Path.of(setup.properties()), Path.of(setup.routes()))) {
                ours.pull(account);
                parent.answer("ready");
                parent.serve(Order.class, order -> meter.measure(() -> ours.importList(account, order.rows())));
            }
        });
    }
}
