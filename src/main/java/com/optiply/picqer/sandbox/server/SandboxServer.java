package com.optiply.picqer.sandbox.server;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP/1.1 on the loopback address around the simulators: one event loop, so that it costs one core at most and
 * a waiting answer costs no thread.
 */
public final class SandboxServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final byte[] NO_BODY = new byte[0];

    private final Vertx vertx;
    private final Faults faults;
    private final RequestLog log;
    private final Map<String, Backstage> backstages = new ConcurrentHashMap<>();
    private final List<Mount> mounts = new CopyOnWriteArrayList<>();
    private volatile HttpServer http;
    private volatile int port;
    private volatile long latencyMs;

    private record Mount(String prefix, Simulator simulator, boolean observed) {
        boolean holds(String path) {
            return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }

    private SandboxServer(Faults faults, RequestLog log) {
        this.faults = faults;
        this.log = log;
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(noFiles));
        http = vertx.createHttpServer();
    }

    /** Starts listening; port 0 takes any free one. */
    public static SandboxServer start(int port, Faults faults, RequestLog log) {
        SandboxServer server = new SandboxServer(faults, log);
        server.port = port;
        try {
            server.listen();
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Answers everything below the prefix with the simulator, which sees the rest of the path. */
    public void mount(String prefix, Simulator simulator) {
        add(new Mount(prefix, simulator, true));
    }

    /** Answers everything below the prefix, by a door that faults do not strike and the log does not record. */
    public void mountUnobserved(String prefix, Simulator simulator) {
        add(new Mount(prefix, simulator, false));
    }

    private void add(Mount mount) {
        if (mounts.stream().anyMatch(other -> other.prefix().equals(mount.prefix()))) {
            throw new IllegalArgumentException("Something is mounted at `" + mount.prefix() + "` already.");
        }
        mounts.add(mount);
    }

    /** Makes an account known by name to user actions that faults trigger. */
    public void backstage(String name, Backstage backstage) {
        backstages.put(name, backstage);
    }

    public Map<String, Backstage> backstages() {
        return Map.copyOf(backstages);
    }

    public int port() {
        return port;
    }

    /** Every request waits so long before it is looked at; on a timer, not on a thread. */
    public void latency(long milliseconds) {
        latencyMs = milliseconds;
    }

    /** Takes the listener away, so that connections are refused by the machine itself, and cuts the open ones. */
    public void refuseConnections() {
        await(http.close());
        await(nextTurn());
    }

    /** Refuses connections for so long, for whoever is on the event loop and so cannot wait for it. */
    private void refuseConnections(long milliseconds) {
        http.close().onComplete(closed -> vertx.setTimer(milliseconds, over -> listening()));
    }

    /**
     * A channel that is closed keeps its socket, which listens on, until the event loop selects again, after the
     * closing was answered: a timer comes due in a later turn only.
     */
    private Future<Void> nextTurn() {
        Promise<Void> turned = Promise.promise();
        vertx.setTimer(1, timer -> turned.complete());
        return turned.future();
    }

    /** Listens on the same port again. */
    public void acceptConnections() {
        listen();
    }

    private void listen() {
        port = await(listening()).actualPort();
    }

    private Future<HttpServer> listening() {
        http = vertx.createHttpServer(
                        new HttpServerOptions().setHost(LOOPBACK).setPort(port).setHttp2ClearTextEnabled(false))
                .requestHandler(this::receive);
        return http.listen();
    }

    private void receive(HttpServerRequest request) {
        if (request.method() == HttpMethod.GET) {
            handle(request, NO_BODY);
            return;
        }
        request.body().map(Buffer::getBytes).onSuccess(body -> handle(request, body));
    }

    private void handle(HttpServerRequest request, byte[] body) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        Optional<Mount> found =
                mounts.stream().filter(mount -> mount.holds(uri.path())).findFirst();
        if (found.isEmpty()) {
            request.response().setStatusCode(404).end("Nothing is mounted here.");
            return;
        }
        Mount mount = found.get();
        Exchange exchange = new Exchange(request, simulated(request, uri, mount, body), uri.path());
        if (mount.observed()) {
            later(latencyMs, () -> guarded(exchange, () -> observe(exchange, mount)));
        } else {
            guarded(exchange, () -> answer(exchange, mount));
        }
    }

    private static SimulatedRequest simulated(
            HttpServerRequest request, QueryStringDecoder uri, Mount mount, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        String rest = uri.path().substring(mount.prefix().length());
        return new SimulatedRequest(
                request.method().name(), rest.isEmpty() ? "/" : rest, uri.parameters(), headers, body);
    }

    /** A fault of the sandbox itself must not look like a silent API. */
    static void guarded(Exchange exchange, Runnable talk) {
        try {
            talk.run();
        } catch (RuntimeException e) {
            byte[] text = ("The sandbox itself failed: " + e).getBytes(StandardCharsets.UTF_8);
            exchange.answer(new SimulatedResponse(500, Map.of("content-type", "text/plain"), text), Map.of());
        }
    }

    private static void answer(Exchange exchange, Mount mount) {
        exchange.answer(mount.simulator().answer(exchange.request()), Map.of());
    }

    private void observe(Exchange exchange, Mount mount) {
        Faults.Strike strike = faults.strike(exchange.request().method(), exchange.fullPath());
        strike.actions().forEach(this::perform);
        new Conversation(exchange, mount.simulator(), log, this::later, this::refuseConnections, strike).hold();
    }

    private void perform(UserAction action) {
        Backstage backstage = backstages.get(action.at());
        if (backstage == null) {
            throw new IllegalArgumentException("No account is called `" + action.at() + "`.");
        }
        backstage.perform(action.name(), action.arguments());
    }

    private void later(long delayMs, Runnable action) {
        if (delayMs == 0) {
            action.run();
            return;
        }
        vertx.setTimer(delayMs, timer -> action.run());
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the sandbox server changed its state.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BindException) {
                throw new PortInUseException(e.getCause());
            }
            throw new IllegalStateException("The sandbox server did not start or stop: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The sandbox server did not start or stop: " + e.getMessage(), e);
        }
    }
}
