package com.optiply.picqer.sandbox.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Map;

/** One request on its connection, and the ways to answer it or to leave it unanswered. */
record Exchange(HttpServerRequest http, SimulatedRequest request, String fullPath) {
    private static final int PIECES = 20;

    /** Something that can call back later without holding a thread. */
    interface Timer {
        void after(long delayMs, Runnable action);
    }

    void answer(SimulatedResponse answer, Map<String, String> more) {
        head(answer, more).end(Buffer.buffer(answer.body()));
    }

    /** Announces the whole body, sends half of it and closes. */
    void truncate(SimulatedResponse answer) {
        HttpServerResponse response = announce(answer);
        response.write(Buffer.buffer().appendBytes(answer.body(), 0, answer.body().length / 2))
                .onComplete(written -> drop());
    }

    void trickle(SimulatedResponse answer, long inAllMs, Timer timer) {
        HttpServerResponse response = announce(answer);
        trickle(response, Buffer.buffer(answer.body()), 0, Math.max(1, inAllMs / PIECES), timer);
    }

    private static void trickle(HttpServerResponse response, Buffer body, int sent, long pauseMs, Timer timer) {
        int next = Math.min(body.length(), sent + Math.max(1, (body.length() + PIECES - 1) / PIECES));
        response.write(body.getBuffer(sent, next));
        if (next == body.length()) {
            response.end();
            return;
        }
        timer.after(pauseMs, () -> {
            if (!response.closed()) {
                trickle(response, body, next, pauseMs, timer);
            }
        });
    }

    private HttpServerResponse announce(SimulatedResponse answer) {
        return head(answer, Map.of()).putHeader("content-length", Integer.toString(answer.body().length));
    }

    private HttpServerResponse head(SimulatedResponse answer, Map<String, String> more) {
        HttpServerResponse response = http.response().setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        more.forEach(response::putHeader);
        return response;
    }

    void drop() {
        http.connection().close();
    }

    /**
     * Closes with RST. Vert.x has no word for it, hence the way down to the channel: lingering for zero seconds makes
     * the kernel reset the connection instead of closing it in good order.
     */
    void reset() {
        Channel channel = ((ConnectionBase) http.connection()).channel();
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close();
    }
}
