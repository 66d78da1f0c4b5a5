package com.optiply.picqer.sync.dropped;

import java.io.IOException;

/** Writes sentences in lines of a bearable length, since not every editor breaks them. */
final class BrokenLines {
    static final int CHARACTERS_MAX = 96;

    private BrokenLines() {}

    /** @param indent before each line; a word that is longer than a line is left whole */
    static void write(Appendable text, String indent, String sentences) throws IOException {
        int characters = 0;
        for (String word : sentences.strip().split("\\s+")) {
            if (characters > 0 && characters + 1 + word.length() > CHARACTERS_MAX) {
                text.append("\n");
                characters = 0;
            }
            String before = characters == 0 ? indent : " ";
            text.append(before).append(word);
            characters += before.length() + word.length();
        }
        text.append("\n");
    }
}
