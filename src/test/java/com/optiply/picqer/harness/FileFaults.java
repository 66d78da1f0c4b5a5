package com.optiply.picqer.harness;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls that go to files below some folders, and makes one of them go wrong. One process has one of them,
 * as it has one file system ({@link FaultyFiles}). Thread-safe.
 */
final class FileFaults {
    static final FileFaults THIS_PROCESS = new FileFaults();

    /** Names of files below which a process that is started counts, and the call that goes wrong in it. */
    static final String BELOW = "faults.below";

    static final String CALL = "faults.call";
    static final String KIND = "faults.kind";

    private static final String BROKEN = "Input/output error";
    private static final String FULL = "No space left on device";

    /** What a call does; by that it is known what can go wrong with it. */
    enum What {
        /** Asks whether something is there, how large it is, or what is in it. */
        LOOK,
        /** Makes, moves or removes a file, or opens one to be written. */
        CHANGE,
        /** Puts bytes into a file. */
        WRITE,
        /** Ends the writing. */
        CLOSE
    }

    /** What goes wrong. */
    enum Kind {
        /** The disk fails before anything has happened. */
        REFUSED,
        /** It is done, and reported as failed. */
        AFTER,
        /** The disk is full when half of the bytes are written. */
        HALF,
        /** The disk is full, and stays so: nothing more is made or written. */
        FULL,
        /** The process is killed before anything has happened. */
        KILLED_BEFORE,
        /** It is killed when half of the bytes are written. */
        KILLED_HALF,
        /** It is killed when it is done. */
        KILLED_AFTER;

        boolean kills() {
            return name().startsWith("KILLED");
        }

        /** Whether it is another thing than the other kinds there. */
        boolean isOf(What what) {
            return switch (what) {
                case LOOK -> this == REFUSED || this == KILLED_BEFORE;
                case CHANGE -> this != HALF && this != KILLED_HALF;
                case WRITE -> true;
                case CLOSE -> this == AFTER;
            };
        }
    }

    /** A call that was made, in words that are the same in every run. */
    record Call(What what, String text, int occurrence) {
        /** The one of those words, without what it does. */
        static Call of(String words) {
            String[] parts = words.split(" no\\. ");
            return new Call(What.LOOK, parts[0], Integer.parseInt(parts[1]));
        }

        @Override
        public String toString() {
            return text + " no. " + occurrence;
        }
    }

    /** What is done to a file. */
    interface Body<T> {
        T run() throws IOException;
    }

    private final List<Call> calls = new ArrayList<>();
    private @Nullable String below;
    private @Nullable String aim;
    private @Nullable Kind kind;
    private boolean hasStruck;
    private boolean isFull;

    private FileFaults() {
        String folder = System.getProperty(BELOW);
        if (folder != null) {
            below = folder;
            aim = System.getProperty(CALL);
            kind = Kind.valueOf(System.getProperty(KIND, Kind.REFUSED.name()));
        }
    }

    /** From now on counts the calls to what lies below that folder, and lets that one go wrong; null: none. */
    synchronized void arm(Path folder, @Nullable Call call, @Nullable Kind what) {
        calls.clear();
        below = folder.toAbsolutePath().toString();
        aim = call == null ? null : call.toString();
        kind = what;
        hasStruck = false;
        isFull = false;
    }

    /** From now on nothing goes wrong, and nothing is counted. */
    synchronized void disarm() {
        below = null;
        isFull = false;
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized boolean hasStruck() {
        return hasStruck;
    }

    /** Does it, unless that is what goes wrong. */
    <T> T pass(What what, String name, Path file, Body<T> body) throws IOException {
        return pass(what, name, file, body, body);
    }

    /** @param half does half of it */
    <T> T pass(What what, String name, Path file, Body<T> body, Body<T> half) throws IOException {
        Kind strike = strike(what, name, file);
        if (strike == null) {
            return body.run();
        }
        switch (strike) {
            case REFUSED -> throw error(what, name, file, BROKEN);
            case AFTER -> {
                body.run();
                throw error(what, name, file, BROKEN);
            }
            case HALF -> {
                half.run();
                throw error(what, name, file, FULL);
            }
            case FULL -> throw error(what, name, file, FULL);
            case KILLED_BEFORE -> halt();
            case KILLED_HALF -> {
                half.run();
                halt();
            }
            case KILLED_AFTER -> {
                try {
                    body.run();
                } finally {
                    halt();
                }
            }
        }
        throw new IllegalStateException("the process was killed");
    }

    /** As the platform tells it: of a file that is open it names none. */
    private static IOException error(What what, String name, Path file, String why) {
        boolean isOpen = what == What.CLOSE || name.equals("read") || name.equals("write");
        return isOpen ? new IOException(why) : new FileSystemException(file.toString(), null, why);
    }

    private static void halt() {
        Runtime.getRuntime().halt(Halt.KILLED);
    }

    private synchronized @Nullable Kind strike(What what, String name, Path file) {
        String folder = below;
        String whole = file.toAbsolutePath().toString();
        if (folder == null || !whole.startsWith(folder)) {
            return null;
        }
        String text = text(name, whole.substring(folder.length()));
        int before = (int) calls.stream().filter(one -> one.text().equals(text)).count();
        Call call = new Call(what, text, before + 1);
        calls.add(call);
        if (isFull && makesLonger(what, name)) {
            return Kind.FULL;
        }
        if (kind == null || hasStruck || !call.toString().equals(aim)) {
            return null;
        }
        hasStruck = true;
        isFull = kind == Kind.FULL;
        return kind;
    }

    /** A full disk lets what is there be moved and removed. */
    private static boolean makesLonger(What what, String name) {
        return what == What.WRITE || what == What.CHANGE && !name.equals("move") && !name.equals("delete");
    }

    /** The number under which a file is under way, or the time at which one was put aside, is another each time. */
    private static String text(String name, String file) {
        return name + " " + file.replaceFirst("^/", "").replaceFirst("\\d{8}-\\d{6}|\\d+(?=-)", "N");
    }
}
