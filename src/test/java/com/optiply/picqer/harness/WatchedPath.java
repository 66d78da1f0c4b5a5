package com.optiply.picqer.harness;

import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A path of {@link FaultyFiles}. It says all that the real one says; where that gives another path, so does this. */
record WatchedPath(FileSystem files, Path path) implements InvocationHandler {

    static Path of(FileSystem files, Path path) {
        return isWatched(path)
                ? path
                : (Path) Proxy.newProxyInstance(
                        WatchedPath.class.getClassLoader(), new Class<?>[] {Path.class}, new WatchedPath(files, path));
    }

    private static boolean isWatched(Path path) {
        return Proxy.isProxyClass(path.getClass()) && Proxy.getInvocationHandler(path) instanceof WatchedPath;
    }

    static Path real(Path path) {
        return isWatched(path) ? ((WatchedPath) Proxy.getInvocationHandler(path)).path() : path;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getFileSystem" -> files;
            case "toFile" -> new File(path.toString());
            default -> watched(call(method, arguments));
        };
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] real = arguments == null ? new Object[0] : arguments.clone();
        for (int index = 0; index < real.length; index++) {
            real[index] = real[index] instanceof Path other ? real(other) : real[index];
        }
        try {
            return method.invoke(path, real);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private @Nullable Object watched(@Nullable Object answer) {
        if (answer instanceof Path other) {
            return of(files, other);
        }
        return answer instanceof Iterator<?> paths ? new Each(files, paths) : answer;
    }

    /** One after the other. */
    record Each(FileSystem files, Iterator<?> paths) implements Iterator<Path> {
        @Override
        public boolean hasNext() {
            return paths.hasNext();
        }

        @Override
        public Path next() {
            return of(files, (Path) paths.next());
        }
    }
}
