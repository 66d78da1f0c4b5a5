package com.optiply.picqer.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** How this process names itself where several may meet: in leases and runs. */
public final class ProcessName {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path PROCESS_NUMBERS = Path.of("/proc/self/ns/pid");
    /** Of the boot's id, which is random. */
    private static final int BOOT_SHOWN = 8;

    private ProcessName() {}

    /**
     * {@code machine:pid:random:place}, so that a later process with the same number is another one. The place is where
     * that number counts: other machines and containers may bear the same name. Without it where nothing tells.
     */
    public static String unique() {
        String name = host() + ":" + ProcessHandle.current().pid() + ":"
                + UUID.randomUUID().toString().substring(0, BOOT_SHOWN);
        return place().isEmpty() ? name : name + ":" + place();
    }

    /**
     * Whether the holder of that name certainly runs no more: it was a process of this place, and is gone. Where it was
     * of another, or does not say, only time tells.
     */
    public static boolean isGone(String holder) {
        String[] parts = holder.split(":");
        return parts.length == 4
                && parts[0].equals(host())
                && parts[3].equals(place())
                && ProcessHandle.of(Long.parseLong(parts[1]))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    /** Since which start of the system, and in which space of process numbers; empty where the system does not say. */
    private static String place() {
        try {
            String boot = Files.readString(BOOT).substring(0, BOOT_SHOWN);
            String numbers = Files.readSymbolicLink(PROCESS_NUMBERS).toString();
            return boot + "-" + numbers.replaceAll("\\D", "");
        } catch (IOException | UnsupportedOperationException untold) {
            return "";
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(':', '-');
        } catch (UnknownHostException nameless) {
            return "nameless-" + UUID.randomUUID();
        }
    }
}
