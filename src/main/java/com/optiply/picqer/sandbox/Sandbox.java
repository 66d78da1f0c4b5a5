package com.optiply.picqer.sandbox;

import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.PicqerSimulator;
import com.optiply.picqer.sandbox.server.AdminDoor;
import com.optiply.picqer.sandbox.server.Faults;
import com.optiply.picqer.sandbox.server.RequestLog;
import com.optiply.picqer.sandbox.server.SandboxClock;
import com.optiply.picqer.sandbox.server.SandboxServer;
import com.optiply.picqer.sandbox.server.Simulator;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Both APIs on one local port, with faults, a log and an admin door.
 *
 * <pre>
 * try (Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS)) {
 *     sandbox.addShop("acme", ShopOptions.of(Worlds.plain(1_000)));
 *     sandbox.faults().add(Fault.resetAfter().on("POST", ".*&#47;products").occurring(Occurrences.nth(3)));
 *     ... sandbox.picqerUri("acme"), {@link ShopOptions#KEY}
 * }
 * </pre>
 *
 * Thread-safe.
 */
public final class Sandbox implements AutoCloseable {
    private static final String OPTIPLY = "/optiply";
    private static final Pattern SHOP_NAME = Pattern.compile("[a-z0-9-]+");

    private final long seed;
    private final SandboxClock clock;
    private final Faults faults;
    private final RequestLog log;
    private final SandboxServer server;
    private final Map<String, PicqerShop> shops = new ConcurrentHashMap<>();

    private Sandbox(SandboxOptions options) {
        seed = options.seed();
        clock = options.clockRuns()
                ? SandboxClock.running(options.clockStart())
                : SandboxClock.standing(options.clockStart());
        faults = new Faults(seed);
        log = new RequestLog(options.loggedRequests());
        server = SandboxServer.start(options.port(), faults, log);
        server.mountUnobserved("/admin", new AdminDoor(server, faults, log, clock));
    }

    public static Sandbox start(SandboxOptions options) {
        return new Sandbox(options);
    }

    public PicqerShop addShop(String name, ShopOptions options) {
        return addShop(name, options, UnaryOperator.identity());
    }

    /** Puts something between the shop's API and whoever asks it, for tests that step in there. */
    public PicqerShop addShop(String name, ShopOptions options, UnaryOperator<Simulator> between) {
        if (!SHOP_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`" + name + "` is no subdomain: small letters, digits and dashes only.");
        }
        PicqerShop shop = new PicqerShop(
                clock.withZone(options.zone()),
                options.keys(),
                options.requestsPerMinute(),
                options.switches(),
                each -> options.world().fill(each, seed));
        server.mount(shopPath(name), between.apply(new PicqerSimulator(shop)));
        server.backstage(name, shop);
        shops.put(name, shop);
        return shop;
    }

    public PicqerShop picqer(String shop) {
        return Optional.ofNullable(shops.get(shop))
                .orElseThrow(() -> new IllegalArgumentException("No shop is called `" + shop + "`."));
    }

    /** Puts Optiply's API and its token host behind one prefix; the simulator sees what follows it. */
    public void mountOptiply(Simulator optiply) {
        server.mount(OPTIPLY, optiply);
        optiply.backstage().ifPresent(backstage -> server.backstage("optiply", backstage));
    }

    public URI picqerUri(String shop) {
        return uri(shopPath(shop));
    }

    public URI optiplyUri() {
        return uri(OPTIPLY + "/v1");
    }

    public URI optiplyTokenUri() {
        return uri(OPTIPLY + "/api/auth/oauth/token");
    }

    public URI adminUri() {
        return uri("/admin");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static String shopPath(String name) {
        return "/picqer/" + name + "/api/v1";
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog log() {
        return log;
    }

    /** In UTC; advancing it moves every account. */
    public SandboxClock clock() {
        return clock;
    }

    /** Makes every request wait before it is looked at. */
    public void latency(Duration latency) {
        server.latency(latency.toMillis());
    }

    /** From now on the machine itself refuses connections, and the open ones are cut. */
    public void refuseConnections() {
        server.refuseConnections();
    }

    public void acceptConnections() {
        server.acceptConnections();
    }

    @Override
    public void close() {
        server.close();
    }
}
