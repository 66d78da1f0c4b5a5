package com.optiply.picqer.bench;

import java.io.IOException;

/** A JVM with one contender in it. The benchmark starts it and talks to it by standard input and output. */
final class ContenderProcess {
    private ContenderProcess() {}

    public static void main(String[] arguments) throws IOException {
        ParentLine.hold(parent -> {
            Contender.Setup setup = parent.read(Contender.Setup.class);
            Meter meter = new Meter(setup.measuresLiveHeap());
            try (Contender contender = setup.start()) {
                parent.answer("ready");
                parent.serve(
                        Contender.Order.class,
                        order -> meter.measure(() -> contender.sync(order.sync(), new BenchAccount(order.account()))));
            }
        });
    }
}
