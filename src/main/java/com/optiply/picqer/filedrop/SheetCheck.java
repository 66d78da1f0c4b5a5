package com.optiply.picqer.filedrop;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks a sheet over before it is read: its reader keeps a whole row in memory, however wide somebody made it. */
final class SheetCheck {
    private static final String ROW = "row";
    private static final String CELL = "c";
    private static final String SAVE_AS_CSV = "Save the list as CSV, and drop that.";
    /** As CSV such a row is refused too. */
    private static final String LEAVE_OUT =
            "Leave out the columns other than skuCode, supplierName and preferred, and drop the list again.";

    /** Excel has no more of them. */
    private static final int ROWS_MAX = 1_048_576;

    private static final int COLUMNS_MAX = 16_384;

    private SheetCheck() {}

    /** To the end of the part, or to where it breaks off: that is for its reader to tell. */
    static void check(InputStream part) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int rows = 0;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(part);
            while (xml.hasNext()) {
                if (xml.next() == START_ELEMENT && xml.getLocalName().equals(ROW)) {
                    rows++;
                    checkRow(xml);
                }
                if (rows > ROWS_MAX) {
                    throw new TableRefusedException(
                            "The workbook has a sheet with more rows than Excel can hold.", SAVE_AS_CSV);
                }
            }
        } catch (XMLStreamException broken) {
            return;
        }
    }

    private static void checkRow(XMLStreamReader row) throws XMLStreamException {
        int cells = 0;
        long characters = 0;
        for (int event = row.next(); !isEnd(row, event); event = row.next()) {
            if (event == START_ELEMENT && row.getLocalName().equals(CELL)) {
                cells++;
            } else if (event == CHARACTERS || event == CDATA) {
                characters += row.getTextLength();
            }
            if (cells > COLUMNS_MAX) {
                throw new TableRefusedException(
                        "The workbook has a row with more cells than Excel can hold.", SAVE_AS_CSV);
            }
            if (characters > BoundedText.ROW_CHARACTERS_MAX) {
                throw new TableRefusedException(
                        "The workbook has a row with more text than a row of a list may have.", LEAVE_OUT);
            }
        }
    }

    private static boolean isEnd(XMLStreamReader row, int event) {
        return event == END_ELEMENT && row.getLocalName().equals(ROW);
    }
}
