package com.optiply.picqer.filedrop;

import java.nio.charset.Charset;

/** In which form a table lies in its file: what an answer to it has to look like. */
public sealed interface TableForm {
    /** The ending of a file in this form, without the dot. */
    String ending();

    /** What a person calls it. */
    String description();

    /** Text with one character between the cells. */
    record Csv(TextEncoding encoding, char separator) implements TableForm {
        @Override
        public String ending() {
            return "csv";
        }

        @Override
        public String description() {
            Charset charset = encoding.charset();
            String between =
                    switch (separator) {
                        case ';' -> "semicolons";
                        case '\t' -> "tabs";
                        default -> "commas";
                    };
            return "text, " + between + " between the cells, " + charset.name();
        }
    }

    /** An Excel workbook. */
    record Xlsx() implements TableForm {
        @Override
        public String ending() {
            return "xlsx";
        }

        @Override
        public String description() {
            return "an Excel workbook";
        }
    }
}
