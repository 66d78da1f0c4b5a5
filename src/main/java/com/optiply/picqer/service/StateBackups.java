package com.optiply.picqer.service;

import com.optiply.picqer.store.StateCopies;
import com.optiply.picqer.store.database.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Backups of an installation's state. */
public final class StateBackups {
    private final StoreSettings settings;

    public StateBackups(Installation installation) {
        this.settings = StateLocation.of(installation);
    }

    /** Copies the state, whatever works on it meanwhile. */
    public void make(Path copy) {
        StateCopies.make(settings, copy.toAbsolutePath());
    }

    /**
     * Puts a copy in the place of the state, which no process may work on meanwhile.
     *
     * @return where the state that stood there lies now
     */
    public Path restore(Path copy) {
        return StateCopies.putInPlace(settings, copy.toAbsolutePath(), Clock.systemUTC(), StateBackups::requireUnused);
    }

    /** Notes that the state that stands there, which no process may work on, was put back by other means. */
    public void acceptRestored() {
        StateCopies.acceptPutBack(settings, StateBackups::requireUnused);
    }

    private static void requireUnused(List<String> holders) {
        holders.stream()
                .filter(holder -> !ProcessName.isGone(holder))
                .findFirst()
                .ifPresent(holder -> {
                    throw new InstallationException("The process " + holder + " works on this state. Stop the service"
                            + " first, and start it again afterwards.");
                });
    }
}
