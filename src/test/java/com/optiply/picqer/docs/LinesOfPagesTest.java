package com.optiply.picqer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages are read in terminals and in diffs as well. Tables, and what is quoted as it was said, cannot be wrapped. */
class LinesOfPagesTest {
    private static final int CHARACTERS_MAX = 120;

    static List<Path> pages() throws IOException {
        return DocumentationTest.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void areNoLongerThanThoseOfTheCode(Path page) throws IOException {
        List<String> tooLong = new ArrayList<>();
        boolean isQuoted = false;
        for (String line : Files.readAllLines(page)) {
            isQuoted ^= line.startsWith("```");
            if (line.length() > CHARACTERS_MAX && !isQuoted && !line.startsWith("|")) {
                tooLong.add(line);
            }
        }
        assertThat(tooLong).as("%s", page).isEmpty();
    }
}
