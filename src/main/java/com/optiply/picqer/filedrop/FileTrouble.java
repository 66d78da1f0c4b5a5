package com.optiply.picqer.filedrop;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** An error of the disk, told with the file that it struck: of what is read or written, the platform names none. */
public final class FileTrouble {
    private FileTrouble() {}

    /** The error itself where it names a file. */
    public static IOException with(Path file, IOException error) {
        if (error instanceof FileSystemException) {
            return error;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, error.getMessage());
        named.initCause(error);
        return named;
    }
}
