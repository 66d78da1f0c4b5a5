package com.optiply.picqer.bench;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Sends requests as fast as a server takes them, on one event loop. Used by one thread. */
final class Flood implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int UNDER_WAY_EACH = 4;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http;

    record Request(HttpMethod method, String path, MultiMap headers, byte[] body) {}

    Flood(URI server) {
        HttpClientOptions options = new HttpClientOptions()
                .setDefaultHost(server.getHost())
                .setDefaultPort(server.getPort())
                .setPipelining(true)
                .setPipeliningLimit(UNDER_WAY_EACH);
        http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    /** Returns when all are answered. */
    void send(List<Request> requests) {
        Wave wave = new Wave(requests.iterator(), requests.size(), Promise.promise());
        vertx.runOnContext(begin -> {
            for (int i = 0; i < CONNECTIONS * UNDER_WAY_EACH; i++) {
                wave.sendNext();
            }
        });
        Contender.talk(() -> whole(wave.end.future()));
    }

    private static Void whole(Future<Void> end) throws IOException, InterruptedException {
        try {
            return end.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause().getMessage(), failed.getCause());
        }
    }

    /** The requests of one call. Confined to the event loop. */
    private final class Wave {
        private final Iterator<Request> waiting;
        private final Promise<Void> end;
        private int unanswered;

        private Wave(Iterator<Request> waiting, int unanswered, Promise<Void> end) {
            this.waiting = waiting;
            this.unanswered = unanswered;
            this.end = end;
        }

        void sendNext() {
            if (!waiting.hasNext()) {
                return;
            }
            Request next = waiting.next();
            http.request(next.method(), next.path())
                    .compose(request -> {
                        request.headers().addAll(next.headers());
                        return request.send(Buffer.buffer(next.body()));
                    })
                    .compose(answer -> {
                        requireGood(next, answer);
                        return answer.end();
                    })
                    .onSuccess(whole -> answered())
                    .onFailure(end::tryFail);
        }

        private void answered() {
            unanswered--;
            if (unanswered == 0) {
                end.complete();
            }
            sendNext();
        }

        private static void requireGood(Request request, HttpClientResponse answer) {
            if (answer.statusCode() / 100 != 2) {
                throw new BenchException("The sandbox answered %d to %s %s."
                        .formatted(answer.statusCode(), request.method(), request.path()));
            }
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
