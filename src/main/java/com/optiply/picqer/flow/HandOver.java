package com.optiply.picqer.flow;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Takes a run over from its trigger: what follows goes on on the customer's own thread, and the trigger's thread is
 * free again. Quartz has ten threads for all customers; a long run must not keep one.
 */
public final class HandOver extends AsyncProcessorSupport {
    private final CustomerThreads threads;

    public HandOver(CustomerThreads threads) {
        this.threads = threads;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            threads.runs(Variables.customer(exchange)).execute(() -> callback.done(false));
            return false;
        } catch (RuntimeException notTaken) {
            exchange.setException(notTaken);
            callback.done(true);
            return true;
        }
    }
}
