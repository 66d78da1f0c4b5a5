package com.optiply.picqer.store.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files that nobody but their owner may read: the state has prices of purchase and a long record of changes. SQLite
 * gives what it keeps beside a file the file's own permissions. Where files have no such permissions, those of the
 * folder hold.
 */
final class OwnersFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private OwnersFile() {}

    /** Makes an empty file, which SQLite takes for a new one; one that is there keeps the permissions it was given. */
    static void make(Path file) throws IOException {
        try {
            if (view(file.toAbsolutePath().getParent()) == null) {
                Files.createFile(file);
            } else {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            }
        } catch (FileAlreadyExistsException madeBefore) {
            // By another process at the same moment.
        }
    }

    /** Gives a file the permissions of the one whose place it is to take, if that is there: somebody chose them. */
    static void permitAs(Path former, Path file) throws IOException {
        PosixFileAttributeView view = view(file);
        if (view != null) {
            try {
                Set<PosixFilePermission> chosen = Files.getPosixFilePermissions(former);
                if (!chosen.equals(Files.getPosixFilePermissions(file))) { // not everybody may set what is so already
                    view.setPermissions(chosen);
                }
            } catch (NoSuchFileException none) {
                // It is the first there.
            }
        }
    }

    private static @Nullable PosixFileAttributeView view(@Nullable Path path) {
        return path == null ? null : Files.getFileAttributeView(path, PosixFileAttributeView.class, new LinkOption[0]);
    }
}
