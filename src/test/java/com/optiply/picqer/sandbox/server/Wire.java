package com.optiply.picqer.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** One request on a bare socket, and how it ended: what an HTTP client would smooth over shows here. */
final class Wire {
    /** How the connection ended. */
    enum End {
        CLOSED,
        RESET,
        STILL_OPEN
    }

    record Outcome(End end, String text) {
        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    private Wire() {}

    /** Sends the request and reads to the end of the connection, or until nothing more came for so long. */
    static Outcome send(int port, String method, String path, int patienceMs) throws IOException {
        String request = method + " " + path
                + " HTTP/1.1\r\nHost: sandbox\r\nUser-Agent: Wire\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(patienceMs);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return read(socket.getInputStream());
        }
    }

    private static Outcome read(InputStream in) {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        End end = End.CLOSED;
        try {
            in.transferTo(received);
        } catch (SocketTimeoutException e) {
            end = End.STILL_OPEN;
        } catch (SocketException e) {
            end = End.RESET;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Outcome(end, received.toString(UTF_8));
    }
}
