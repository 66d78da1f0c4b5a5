package com.optiply.picqer.filedrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.filedrop.DropFolders.Taken;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
