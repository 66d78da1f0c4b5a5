package com.optiply.picqer.cli;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.InstallationException;
import com.optiply.picqer.service.Service;
import java.util.concurrent.CountDownLatch;

/** The service as a process: runs until it is told to stop. */
final class ServiceProcess {
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
        Service service = Service.start(installation, customers);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
        new CountDownLatch(1).await();
        return ExitCode.FINE;
    }

    /** Java would report the signal as the exit code; a service that was told to stop and did so has done well. */
    private static void stop(Service service) {
        service.close();
        Runtime.getRuntime().halt(ExitCode.FINE.number());
    }
}
