package com.optiply.picqer.service;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where people drop files. */
final class DropLocation {
    /** Also known to routes, as a whole path. */
    static final String PROPERTY = "picqer-optiply.drop.folder";

    private static final String BESIDE_THE_PROGRAM = "drop";

    private DropLocation() {}

    /** A relative name lies beside application.properties, wherever the program is started. */
    static Path of(Installation installation) {
        String folder = installation.readProperties().getProperty(PROPERTY, BESIDE_THE_PROGRAM);
        try {
            return installation.properties().resolveSibling(folder.strip()).normalize();
        } catch (InvalidPathException refused) {
            throw new InstallationException("`" + PROPERTY + "` in application.properties is no path: " + folder);
        }
    }
}
