package com.optiply.picqer.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.filedrop.DropFolders.Taken;
import com.optiply.picqer.store.DropId;
import com.optiply.picqer.store.DroppedFile;
import com.optiply.picqer.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files that lie among those under way while the state knows nothing of them: it was put back from a copy that is older
 * than they are, or somebody began a new one. How far they had come is not known, so nothing of them is applied: they
 * go to {@code failed}, and their owners are told. Thread-safe.
 */
public final class StrayFiles {
    private final Store store;
    private final Path root;

    /** @param root of the folders of all customers */
    public StrayFiles(Store store, Path root) {
        this.store = store;
        this.root = root;
    }

    /** Where the answers to those of the customer are. */
    public List<Path> putAside(CustomerName customer) throws IOException {
        DropFolders folders = new DropFolders(root, customer.value());
        List<Path> answers = new ArrayList<>();
        for (Taken taken : folders.taken()) {
            if (!isKnown(customer, taken)) {
                answers.add(putAside(customer, taken, folders.failed()));
            }
        }
        return answers;
    }

    private boolean isKnown(CustomerName customer, Taken taken) {
        Optional<DroppedFile> file = store.read(tx -> tx.droppedFiles().find(new DropId(taken.number())));
        return file.filter(one -> one.customer().equals(customer) && one.name().equals(taken.name()) && !one.isOver())
                .isPresent();
    }

    private static Path putAside(CustomerName customer, Taken taken, Path failed) throws IOException {
        Files.createDirectories(failed);
        String name = DropFolders.freeName(failed, taken.name());
        Path answer = DropFolders.result(failed, name);
        Files.writeString(answer, text(customer, taken.name()), UTF_8);
        Files.move(taken.file(), failed.resolve(name));
        return answer;
    }

    private static String text(CustomerName customer, String name) {
        return """
                %s: preferred suppliers for %s

                The file was under way when the state of this program was put back from a copy, or begun anew.
                How many of its rows were applied is not known any more.

                What to do
                  Drop the file again. Rows that are so already are left alone.
                """
                .formatted(name, customer);
    }
}
