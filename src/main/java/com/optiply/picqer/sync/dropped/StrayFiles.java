package com.optiply.picqer.sync.dropped;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.filedrop.DropFolders.Taken;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DroppedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Files that lie among those under way while the state knows nothing of them: it was put back from a copy that is older
 * than they are, somebody began a new one, or the disk that they lie on was away until they were given up. How far they
 * had come is not known, so nothing of them is applied: they go to {@code failed}, and their owners are told.
 * Thread-safe.
 */
public final class StrayFiles {
    private final Store store;
    private final Path root;

    /** @param root of the folders of all customers */
    public StrayFiles(Store store, Path root) {
        this.store = store;
        this.root = root;
    }

    /**
     * Goes on past one that cannot be put aside.
     *
     * @param answered is told where the answer to each of the customer's is
     * @throws IOException of the first that could not
     */
    public void putAside(CustomerName customer, Consumer<Path> answered) throws IOException {
        DropFolders folders = new DropFolders(root, customer.value());
        IOException first = null;
        for (Taken taken : folders.taken()) {
            try {
                if (!isKnown(folders, taken)) {
                    putAside(customer, taken, folders).ifPresent(answered);
                }
            } catch (IOException refused) {
                if (first == null) {
                    first = refused;
                } else {
                    first.addSuppressed(refused);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private boolean isKnown(DropFolders folders, Taken taken) {
        Optional<DroppedFile> file = store.read(tx -> tx.droppedFiles().find(new DropId(taken.number())));
        return file.filter(one -> one.customer().value().equals(folders.customer())
                        && folders.underWay(taken.number(), one.name()).equals(taken.file())
                        && !one.isOver())
                .isPresent();
    }

    /** Empty where the file is gone: another process finished it after it was seen, and before the state was asked. */
    Optional<Path> putAside(CustomerName customer, Taken taken, DropFolders folders) throws IOException {
        Path failed = Files.createDirectories(folders.failed());
        String name = DropFolders.freeName(failed, taken.name(), FileAnswer.promised(store, customer));
        Path answer = DropFolders.result(failed, name);
        Path part = folders.part(taken.number(), taken.name());
        // The answer first: what is put aside already is not looked at again.
        try {
            FileAnswer.writeWhole(part, answer, () -> Files.writeString(part, text(customer, taken.name()), UTF_8));
            Files.move(taken.file(), failed.resolve(name));
            return Optional.of(answer);
        } catch (IOException reported) {
            if (DropFolders.isThere(failed.resolve(name))) {
                return Optional.of(answer); // Done all the same.
            }
            Files.deleteIfExists(answer);
            if (reported instanceof NoSuchFileException) {
                return Optional.empty();
            }
            throw reported;
        }
    }

    private static String text(CustomerName customer, String name) {
        return """
                %s: preferred suppliers for %s

                The file was under way, and this program's state does not know it any more:
                the state was put back from a copy, or begun anew, or this folder was away for a while.
                How many of its rows were applied is not known any more.

                What to do
                  Drop the file again. Rows that are so already are left alone.
                """
                .formatted(name, customer);
    }
}
