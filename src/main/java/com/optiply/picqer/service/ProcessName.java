package com.optiply.picqer.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/** How this process names itself where several may meet: in leases and runs. */
public final class ProcessName {
    private ProcessName() {}

    /** {@code machine:pid:random}, so that a later process with the same number is another one. */
    public static String unique() {
        return host() + ":" + ProcessHandle.current().pid() + ":"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Whether the holder of that name certainly runs no more: it was a process of this machine, and is gone. */
    public static boolean isGone(String holder) {
        String[] parts = holder.split(":");
        return parts.length == 3
                && parts[0].equals(host())
                && ProcessHandle.of(Long.parseLong(parts[1]))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replace(':', '-');
        } catch (UnknownHostException nameless) {
            return "nameless-" + UUID.randomUUID();
        }
    }
}
