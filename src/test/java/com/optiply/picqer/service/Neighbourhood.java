package com.optiply.picqer.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.harness.Eventually;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.ApiCredentials;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.Stock;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Customers in one service, each with a shop, an account, a user and a budget of its own, all of them with more to load
 * than their budgets let through; and what each of them got. Three names stand for trouble: of {@link #HANGING} no
 * request to Picqer is answered, of {@link #BROKEN} each one to Optiply with 500, and {@link #FLOODING} has a catalogue
 * without end, in which people change something with every answer.
 */
final class Neighbourhood implements AutoCloseable {
    static final String HANGING = "hanging";
    static final String BROKEN = "broken";
    static final String FLOODING = "flooding";

    /** What a customer's file has by default, as the other budget is. */
    static final int TO_OPTIPLY_PER_SECOND_MAX = 20;

    private static final int FLOOD = 10;
    private static final long FIRST_ACCOUNT = 2_000;

    private final SyncSetup setup;
    private final SyncWorld world;
    private final Path home = HomeFolder.lay("neighbourhood");
    private final int products;
    private final Duration period;
    private final Map<String, Long> accounts = new TreeMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> toOptiply = new ConcurrentHashMap<>();
    private final TriggersSeen triggers = new TriggersSeen();
    private final AtomicInteger stock = new AtomicInteger();
    private final Service service;
    private final long started;
    private volatile long floodedProduct;

    /**
     * Starts the service.
     *
     * @param products of each shop; the flooding one has ten times as many
     * @param period of the flow {@code buy-orders}, which has next to nothing to do and must come in time all the same
     */
    Neighbourhood(List<String> names, int products, Duration latency, Duration silence, Duration period) {
        this.products = products;
        this.period = period;
        setup = SyncSetup.plain(1).silentAtMost(silence);
        world = setup.start();
        world.sandbox().latency(latency);
        world.distort(this::answered);
        world.faults().add(Fault.timeOutAfter().on("GET", "/picqer/" + HANGING + "/.*"));
        List<CustomerSettings> customers = new ArrayList<>();
        names.forEach(name -> customers.add(settle(name)));
        HomeFolder.writeProperties(home, setup);
        HomeFolder.replace(home.resolve("application.properties"), "shutdown-timeout=5", "shutdown-timeout=1");
        service = Service.start(Installation.find(home, null, null), new Customers(customers), triggers);
        started = System.nanoTime();
    }

    private CustomerSettings settle(String name) {
        long account = FIRST_ACCOUNT + accounts.size();
        accounts.put(name, account);
        int size = name.equals(FLOODING) ? products * FLOOD : products;
        PicqerShop shop = world.sandbox().addShop(name, ShopOptions.of(Worlds.plain(size)));
        if (name.equals(FLOODING)) {
            floodedProduct = shop.allProducts().get(0).path("idproduct").asLong();
        }
        ApiCredentials user =
                new ApiCredentials("client-of-" + name, "client-secret-of-" + name, name, "password-of-" + name);
        world.optiply().addAccount(account, name, user, SyncSetup.COUPLING);
        HomeFolder.write(home.resolve("routes/customers/" + name + ".yaml"), trigger(name));
        return setup.choosing(customer -> choose(customer, user))
                .customer(new CustomerName(name), world.sandbox(), account);
    }

    private static void choose(Customer customer, ApiCredentials user) {
        customer.getPicqer().setRequestsPerMinute("500");
        customer.getOptiply().setRequestsPerSecondMax(String.valueOf(TO_OPTIPLY_PER_SECOND_MAX));
        customer.getOptiply().setClientId(user.clientId());
        customer.getOptiply().setClientSecret(user.clientSecret());
        customer.getOptiply().setUsername(user.username());
        customer.getOptiply().setPassword(user.password());
    }

    private String trigger(String name) {
        return """
                - route:
                    id: %s-buy-orders
                    from:
                      uri: timer:%s-buy-orders
                      parameters:
                        period: %d
                      steps:
                        - setVariable:
                            name: customer
                            constant: %s
                        - to: direct:buy-orders
                """
                .formatted(name, name, period.toMillis(), name);
    }

    /** Who asks is told by the token, which each user is given by name. */
    private SimulatedResponse answered(SimulatedRequest request, SimulatedResponse answer) {
        String bearer = request.headers().get("authorization");
        if (request.path().endsWith("/token")) {
            String asked = new String(request.body(), StandardCharsets.UTF_8) + request.query();
            accounts.keySet().stream()
                    .filter(name -> asked.contains("password-of-" + name))
                    .forEach(name -> tokens.put("Bearer " + token(answer), name));
            return answer;
        }
        String name = tokens.getOrDefault(bearer, "nobody");
        toOptiply
                .computeIfAbsent(name, one -> Collections.synchronizedList(new ArrayList<>()))
                .add(System.nanoTime());
        if (name.equals(FLOODING)) {
            changeSomething();
        }
        return name.equals(BROKEN) ? new SimulatedResponse(500, Map.of(), new byte[0]) : answer;
    }

    private static String token(SimulatedResponse answer) {
        try {
            return new ObjectMapper()
                    .readTree(answer.body())
                    .path("access_token")
                    .asText();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void changeSomething() {
        world.sandbox()
                .picqer(FLOODING)
                .user()
                .setStock(floodedProduct, SyncSetup.MAIN_WAREHOUSE, Stock.of(stock.incrementAndGet()));
    }

    /** How many requests reached the accounts of that customer, both together. */
    long requests(String name) {
        long toPicqer = world.sandbox().log().counters().entrySet().stream()
                .filter(counter -> counter.getKey().contains("/picqer/" + name + "/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return toPicqer + requestsToOptiply(name);
    }

    /** How many requests reached Optiply's account of that customer: as many as its pace lets through. */
    long requestsToOptiply(String name) {
        return toOptiply.getOrDefault(name, List.of()).size();
    }

    /** The most requests to Optiply that came in any one second. */
    long mostToOptiplyInASecond(String name) {
        List<Long> moments = new ArrayList<>(toOptiply.getOrDefault(name, List.of()));
        Collections.sort(moments);
        int most = 0;
        int from = 0;
        for (int to = 0; to < moments.size(); to++) {
            while (moments.get(to) - moments.get(from) >= Duration.ofSeconds(1).toNanos()) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    Set<String> names() {
        return accounts.keySet();
    }

    /** Lets them go on until that one has had so many requests to Optiply. */
    void goOnUntil(String name, long requests, Duration longest) {
        Eventually.isTrue(requests + " requests of " + name, longest, () -> requestsToOptiply(name) >= requests);
    }

    /** How many requests each of them gets in so long, from now on. */
    Map<String, Long> within(Duration duration) {
        Map<String, Long> before = requests();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < duration.toNanos()) {
            LockSupport.parkNanos(duration.toNanos() - (System.nanoTime() - begun));
        }
        Map<String, Long> all = requests();
        all.replaceAll((name, requests) -> requests - before.get(name));
        return all;
    }

    private Map<String, Long> requests() {
        Map<String, Long> all = new TreeMap<>();
        accounts.keySet().forEach(name -> all.put(name, requests(name)));
        return all;
    }

    /** The longest time without a trigger of the timed flow, from the start until now. */
    Duration longestGap(String name) {
        List<Long> moments = new ArrayList<>(triggers.of(name));
        moments.add(0, started);
        moments.add(System.nanoTime());
        long longest = 0;
        for (int i = 1; i < moments.size(); i++) {
            longest = Math.max(longest, moments.get(i) - moments.get(i - 1));
        }
        return Duration.ofNanos(longest);
    }

    /** How often the timed flow was triggered. */
    int triggers(String name) {
        return triggers.of(name).size();
    }

    @Override
    public void close() {
        world.faults().clear();
        service.close();
        world.close();
        HomeFolder.remove(home);
    }

    /** When each customer's timed flow was triggered: a run began, or was passed over as one is under way. */
    private static final class TriggersSeen implements RunListener {
        private final Map<String, List<Long>> moments = new ConcurrentHashMap<>();

        @Override
        public void began(Run run) {
            if (run.flow().equals(Flow.BUY_ORDERS.code())) {
                note(run.customer().name());
            }
        }

        @Override
        public void skipped(CustomerName customer, Flow flow) {
            if (flow == Flow.BUY_ORDERS) {
                note(customer);
            }
        }

        private void note(CustomerName customer) {
            moments.computeIfAbsent(customer.value(), name -> new CopyOnWriteArrayList<>())
                    .add(System.nanoTime());
        }

        List<Long> of(String name) {
            return List.copyOf(moments.getOrDefault(name, List.of()));
        }
    }
}
