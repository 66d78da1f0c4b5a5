package com.optiply.picqer.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.filedrop.DropFolders.Taken;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders of one customer: what is taken is lost to nobody. */
class DropFoldersTest {
    @TempDir
    private Path root;

    private DropFolders folders;

    @BeforeEach
    void make() throws IOException {
        folders = new DropFolders(root, "acme");
        folders.make();
    }

    @Test
    void neverPutOneFileUnderWayInThePlaceOfAnother() throws IOException {
        Path stray = Files.writeString(folders.underWay(1, "list.csv"), "of another state");
        Path dropped = Files.writeString(folders.in().resolve("list.csv"), "new");

        assertThatThrownBy(() -> folders.claim(dropped, 1, "list.csv")).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> folders.copy(dropped, 1, "list.csv")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(stray).content().isEqualTo("of another state");
        assertThat(dropped).content().isEqualTo("new");
        assertThat(folders.part(1, "list.csv")).doesNotExist();
    }

    @Test
    void tellAFileFromACopyThatIsBeingMadeWhateverItsName() throws IOException {
        Path dropped = Files.writeString(root.resolve("list.part"), "whole");
        folders.copy(dropped, 2, "list.part");
        Files.writeString(folders.part(3, "list.csv"), "ha");

        assertThat(folders.taken()).extracting(Taken::name).containsExactly("list.part");
    }

    @Test
    void goThroughNoLinkInThePlaceOfAnyOfThem() throws IOException {
        DropFolders others = new DropFolders(root, "beta");
        others.make();
        Files.writeString(others.underWay(7, "list.csv"), "of somebody else");
        Path dropped = Files.writeString(folders.in().resolve("list.csv"), "mine");
        for (String name : List.of("in", "importing", "done", "failed")) {
            Path mine = folders.in().resolveSibling(name);
            Path aside = Files.move(mine, mine.resolveSibling(name + ".aside"));
            Files.createSymbolicLink(mine, others.in().resolveSibling(name));

            assertThatThrownBy(() -> folders.claim(dropped, 1, "list.csv")).hasMessageContaining("is a link");
            assertThatThrownBy(() -> folders.copy(dropped, 1, "list.csv")).hasMessageContaining("is a link");
            assertThatThrownBy(folders::taken).hasMessageContaining("is a link");

            Files.delete(mine);
            Files.move(aside, mine);
        }
        assertThat(others.taken()).hasSize(1);
    }
}
