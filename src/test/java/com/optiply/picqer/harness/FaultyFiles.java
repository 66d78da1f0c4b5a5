package com.optiply.picqer.harness;

import com.optiply.picqer.harness.FileFaults.What;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * The files of the machine, with every call going past {@link FileFaults}. A process that is started with {@link
 * #OPTION} has no others, so that the program itself knows nothing of it. What goes by {@link File} goes past it.
 */
public final class FaultyFiles extends FileSystemProvider {
    /** Makes it the file system of a process. */
    static final String OPTION = "-Djava.nio.file.spi.DefaultFileSystemProvider=" + FaultyFiles.class.getName();

    private final FileSystemProvider real;
    private final FileSystem files;

    /** As the platform makes it. */
    public FaultyFiles(FileSystemProvider real) {
        this.real = real;
        this.files = new WatchedFileSystem(this, real.getFileSystem(URI.create("file:///")));
    }

    static boolean isOfThisProcess() {
        return FaultyFiles.class.getName().equals(System.getProperty("java.nio.file.spi.DefaultFileSystemProvider"));
    }

    private static <T> T pass(What what, String name, Path file, FileFaults.Body<T> body) throws IOException {
        return FileFaults.THIS_PROCESS.pass(what, name, file, body);
    }

    private static void change(String name, Path file, Change body) throws IOException {
        pass(What.CHANGE, name, file, () -> {
            body.run();
            return file;
        });
    }

    private interface Change {
        void run() throws IOException;
    }

    @Override
    public String getScheme() {
        return real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
        return real.newFileSystem(uri, environment);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return files;
    }

    @Override
    public Path getPath(URI uri) {
        return WatchedPath.of(files, real.getPath(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        Path file = WatchedPath.real(path);
        boolean isWritten = isWritten(options);
        SeekableByteChannel channel = pass(
                isWritten ? What.CHANGE : What.LOOK,
                isWritten ? "open to write" : "open",
                file,
                () -> real.newByteChannel(file, options, attributes));
        return new FaultyChannel(channel, file, isWritten);
    }

    private static boolean isWritten(Set<? extends OpenOption> options) {
        return options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
    }

    /** What is done with the channel goes by unseen. */
    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = WatchedPath.real(path);
        return pass(
                isWritten(options) ? What.CHANGE : What.LOOK,
                "open a channel",
                file,
                () -> real.newFileChannel(file, options, attributes));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> found = pass(
                What.LOOK,
                "list",
                WatchedPath.real(folder),
                () -> real.newDirectoryStream(
                        WatchedPath.real(folder), path -> filter.accept(WatchedPath.of(files, path))));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return new WatchedPath.Each(files, found.iterator());
            }

            @Override
            public void close() throws IOException {
                found.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        change("make", WatchedPath.real(folder), () -> real.createDirectory(WatchedPath.real(folder), attributes));
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        real.createSymbolicLink(WatchedPath.real(link), WatchedPath.real(target), attributes);
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return WatchedPath.of(files, real.readSymbolicLink(WatchedPath.real(link)));
    }

    @Override
    public void delete(Path path) throws IOException {
        change("delete", WatchedPath.real(path), () -> real.delete(WatchedPath.real(path)));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        Path file = WatchedPath.real(to);
        FileFaults.THIS_PROCESS.pass(
                What.WRITE,
                "copy to",
                file,
                () -> {
                    real.copy(WatchedPath.real(from), file, options);
                    return file;
                },
                () -> half(WatchedPath.real(from), file, options));
    }

    private Path half(Path from, Path to, CopyOption... options) throws IOException {
        real.copy(from, to, options);
        try (SeekableByteChannel channel = real.newByteChannel(to, Set.of(StandardOpenOption.WRITE))) {
            channel.truncate(channel.size() / 2);
        }
        return to;
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        change("move", WatchedPath.real(to), () -> real.move(WatchedPath.real(from), WatchedPath.real(to), options));
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(WatchedPath.real(one), WatchedPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(WatchedPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(WatchedPath.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        pass(What.LOOK, "look for", WatchedPath.real(path), () -> {
            real.checkAccess(WatchedPath.real(path), modes);
            return path;
        });
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(WatchedPath.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return pass(
                What.LOOK,
                "look at",
                WatchedPath.real(path),
                () -> real.readAttributes(WatchedPath.real(path), type, options));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
        return pass(
                What.LOOK,
                "look at",
                WatchedPath.real(path),
                () -> real.readAttributes(WatchedPath.real(path), names, options));
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options) throws IOException {
        real.setAttribute(WatchedPath.real(path), name, value, options);
    }
}
