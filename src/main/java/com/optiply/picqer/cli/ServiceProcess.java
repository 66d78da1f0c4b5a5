package com.optiply.picqer.cli;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.InstallationException;
import com.optiply.picqer.service.Service;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service as a process: runs until it is told to stop. */
final class ServiceProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

    /**
     * Whatever else was to be waited for. The process has then 2 seconds to end within the 20 that are promised:
     * whoever stops a container or a machine has to wait as long before it kills.
     */
    private static final Duration STOP = Duration.ofSeconds(18);

    private final Installation installation;

    ServiceProcess(Installation installation) {
        this.installation = installation;
    }

    ExitCode run() throws InterruptedException {
        Customers customers = RunCommand.customers(installation);
        if (customers.all().isEmpty()) {
            throw new InstallationException("There is no customer file in " + installation.routes()
                    + "/customers, so there is nothing to do. Write one (README: a customer file), or try: demo");
        }
        startUntilToldToStop(customers);
        new CountDownLatch(1).await();
        return ExitCode.FINE;
    }

    /** Told to stop while it starts, it goes at once: what it leaves undone, the next start does. */
    private void startUntilToldToStop(Customers customers) {
        AtomicReference<Service> service = new AtomicReference<>();
        Thread stop = new Thread(() -> stop(service.get()), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            service.set(Service.start(installation, customers));
        } catch (RuntimeException | Error notStarted) {
            Runtime.getRuntime().removeShutdownHook(stop); // Its end is a failure, and is to be seen as one.
            throw notStarted;
        }
    }

    /**
     * Java would report the signal as the exit code; a service that was told to stop and did so has done well. What
     * does not come to a safe point in time is abandoned, as by a crash: the next run settles it.
     */
    private static void stop(@Nullable Service service) {
        if (service != null) {
            close(service);
        }
        Runtime.getRuntime().halt(ExitCode.FINE.number());
    }

    private static void close(Service service) {
        Thread closing = new Thread(service::close, "close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(STOP.toMillis());
        } catch (InterruptedException neverByUs) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            LOG.warn("What was under way after {} seconds is left to the next run.", STOP.toSeconds());
        }
    }
}
