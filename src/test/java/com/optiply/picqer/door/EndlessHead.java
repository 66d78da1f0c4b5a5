package com.optiply.picqer.door;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A server whose answers begin, and whose heads never end. */
final class EndlessHead implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server;
    private final byte[] piece;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** As many as the system took off its hands. */
    final AtomicLong bytesSent = new AtomicLong();

    private EndlessHead(String piece) {
        this.piece = piece.getBytes(US_ASCII);
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    static EndlessHead ofOneLine() {
        return new EndlessHead("x".repeat(8192));
    }

    static EndlessHead ofManyLines() {
        return new EndlessHead("X-Again: and again\r\n".repeat(100));
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = server.accept();
                threads.execute(() -> answer(caller));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            BufferedReader request = new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII));
            String line = request.readLine();
            while (line != null && !line.isEmpty()) {
                line = request.readLine();
            }
            OutputStream answer = caller.getOutputStream();
            answer.write("HTTP/1.1 200 OK\r\nX-Begin: ".getBytes(US_ASCII));
            while (true) {
                answer.write(piece);
                bytesSent.addAndGet(piece.length);
            }
        } catch (IOException theCallerHasHadEnough) {
            // That is what the test is about: it looks at how much was sent until then.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
