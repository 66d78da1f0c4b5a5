package com.optiply.picqer.door;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads every answer to its end before anybody sees it, so that half an answer is a failed request and not a surprise
 * further on, and gives the connection back at once.
 *
 * <p>A socket timeout only limits silence. A server that trickles is cut off by a sweeper, which looks a few times a
 * second at what is under way: far cheaper than a timer for every request.
 */
final class WholeAnswers implements ExecChainHandler, AutoCloseable {
    private static final String SENT_MARK = "picqer-optiply.sent";
    private static final long SWEEPS_IN_TIMEOUT = 10;
    private static final long SWEEP_MILLIS_MAX = 500;

    /** Comes after the connection is made: what fails behind it may have reached the server. */
    static final ExecChainHandler SENT = (request, scope, chain) -> {
        scope.clientContext.setAttribute(SENT_MARK, true);
        return chain.proceed(request, scope);
    };

    private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
    private final Duration timeout;
    private final int bytesMax;
    private final ScheduledExecutorService sweeper;

    WholeAnswers(Duration timeout, int bytesMax) {
        this.timeout = timeout;
        this.bytesMax = bytesMax;
        this.sweeper = Executors.newSingleThreadScheduledExecutor(WholeAnswers::sweeperThread);
        long everyMillis = Math.max(1, Math.min(SWEEP_MILLIS_MAX, timeout.toMillis() / SWEEPS_IN_TIMEOUT));
        sweeper.scheduleWithFixedDelay(this::sweep, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private static Thread sweeperThread(Runnable work) {
        Thread thread = new Thread(work, "door-timeouts");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException {
        UnderWay mine = new UnderWay((Cancellable) scope.originalRequest, System.nanoTime() + timeout.toNanos());
        underWay.add(mine);
        try {
            return whole(chain.proceed(request, scope));
        } catch (IOException | HttpException | IllegalStateException failed) {
            scope.execRuntime.discardEndpoint();
            throw explained(failed, mine, scope);
        } finally {
            underWay.remove(mine);
        }
    }

    /** Closing comes last and only here: closing an answer that is not at its end would read the rest of it. */
    private ClassicHttpResponse whole(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return response;
        }
        InputStream content = entity.getContent();
        byte[] bytes = read(content, entity.getContentLength());
        content.close();
        response.setEntity(new ByteArrayEntity(bytes, ContentType.APPLICATION_JSON));
        return response;
    }

    /** At once into an array of the announced length; without one, to its end. */
    private byte[] read(InputStream content, long announced) throws IOException {
        byte[] bytes = announced > 0 && announced <= bytesMax
                ? announced(content, (int) announced)
                : content.readNBytes(bytesMax + 1);
        if (bytes.length > bytesMax || announced > bytesMax) {
            throw new IOException("the answer is longer than " + bytesMax + " bytes");
        }
        return bytes;
    }

    private static byte[] announced(InputStream content, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = content.readNBytes(bytes, 0, length);
        return read == length ? bytes : Arrays.copyOf(bytes, read);
    }

    private IOException explained(Exception failed, UnderWay mine, ExecChain.Scope scope) {
        boolean sent = scope.clientContext.getAttribute(SENT_MARK) != null;
        String why = mine.cutOff ? "no whole answer within " + timeout.toSeconds() + " s" : reason(failed);
        if (sent) {
            return new LostAnswerException(why, failed);
        }
        return failed instanceof IOException unsent && !mine.cutOff ? unsent : new IOException(why, failed);
    }

    static String reason(Exception failed) {
        String message = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        return isDistrust(failed) ? "its certificate is not trusted on this machine (" + message + ")" : message;
    }

    private static boolean isDistrust(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }

    private void sweep() {
        long now = System.nanoTime();
        underWay.forEach(request -> request.cutOffAfter(now));
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }

    private static final class UnderWay {
        private final Cancellable connection;
        private final long until;
        private volatile boolean cutOff;

        UnderWay(Cancellable connection, long until) {
            this.connection = connection;
            this.until = until;
        }

        void cutOffAfter(long now) {
            if (now - until > 0 && !cutOff) {
                cutOff = true;
                connection.cancel();
            }
        }
    }
}
