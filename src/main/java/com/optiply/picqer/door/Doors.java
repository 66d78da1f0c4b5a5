package com.optiply.picqer.door;

import com.optiply.picqer.customer.Customers;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.apache.camel.Predicate;

/** Builds what the routes {@code picqer}, {@code optiply} and {@code optiply-token} name. One for the process. */
public final class Doors implements AutoCloseable {
    private static final int MEGABYTE = 1024 * 1024;

    private final Customers customers;
    private final DoorSettings settings;
    private final Permission permission;
    private final DoorTime time;
    private final Retries retries;
    private final WaitListener waits;
    private final WholeAnswers wholeAnswers;

    /**
     * @param customers all for whom this process works: those with one account share its budget
     * @param permission is asked before each attempt of a write
     */
    public Doors(Customers customers, DoorSettings settings, Permission permission, WaitListener waits) {
        this(
                customers,
                settings,
                permission,
                DoorTime.SYSTEM,
                () -> ThreadLocalRandom.current().nextDouble(),
                waits);
    }

    /** @param chance from 0 to 1, for the spread of repeated requests */
    public Doors(
            Customers customers,
            DoorSettings settings,
            Permission permission,
            DoorTime time,
            DoubleSupplier chance,
            WaitListener waits) {
        this.customers = customers;
        this.settings = settings;
        this.permission = permission;
        this.time = time;
        this.waits = waits;
        this.retries = new Retries(settings, chance);
        this.wholeAnswers = new WholeAnswers(settings.totalTimeout(), settings.answerMegabytesMax() * MEGABYTE);
    }

    /** By the name under which the routes look for them in the registry. */
    public Map<String, Object> beans() {
        Door picqer = door(new PicqerProtocol(customers, this::budget), permission);
        Door optiply = door(new OptiplyProtocol(customers, this::budget, new Tokens(time)), permission);
        Door login = door(new LoginProtocol(() -> budget(Allowance.UNLIMITED)), Permission.GRANTED);
        return Map.of(
                "picqerDoor",
                picqer,
                "picqerUnanswered",
                unanswered(picqer),
                "optiplyDoor",
                optiply,
                "optiplyUnanswered",
                unanswered(optiply),
                "optiplyLogin",
                login,
                "loginUnanswered",
                unanswered(login),
                "doorClient",
                new DoorClient(settings, wholeAnswers),
                "doorHeaders",
                new DoorHeaders());
    }

    /** A predicate of its own, because Camel copies the whole exchange to call a bean's method as one. */
    private static Predicate unanswered(Door door) {
        return door::isOpen;
    }

    private Door door(Protocol protocol, Permission mayWrite) {
        return new Door(protocol, customers::named, mayWrite, retries, time, waits);
    }

    private Budget budget(Allowance allowance) {
        return new Budget(allowance, time, settings.rateLimitPatience());
    }

    @Override
    public void close() {
        wholeAnswers.close();
    }
}
