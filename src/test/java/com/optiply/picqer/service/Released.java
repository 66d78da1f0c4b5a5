package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.sync.run.Flow;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lets a test wait for the end of runs that it did not begin itself. Thread-safe. */
final class Released implements RunListener {
    private final BlockingQueue<Flow> over = new LinkedBlockingQueue<>();

    @Override
    public void released(CustomerName customer, Flow flow) {
        over.add(flow);
    }

    /** Waits for the next end of a run of that flow, later than those waited for before. */
    void await(Flow flow) throws InterruptedException {
        Flow next = null;
        while (next != flow) {
            next = over.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("a run that ends, up to one of %s", flow).isNotNull();
        }
    }
}
