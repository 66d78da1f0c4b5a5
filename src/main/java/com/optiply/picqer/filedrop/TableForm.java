package com.optiply.picqer.filedrop;

/** In which form a table lies in its file: what an answer to it has to look like. */
public sealed interface TableForm {
    /** The ending of a file in this form, without the dot. */
    String ending();

    /** Text with one character between the cells. */
    record Csv(TextEncoding encoding, char separator) implements TableForm {
        @Override
        public String ending() {
            return "csv";
        }
    }

    /** An Excel workbook. */
    record Xlsx() implements TableForm {
        @Override
        public String ending() {
            return "xlsx";
        }
    }
}
