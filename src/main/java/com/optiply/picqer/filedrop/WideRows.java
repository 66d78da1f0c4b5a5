package com.optiply.picqer.filedrop;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds rows of a sheet that are wider than a row of Excel's can be: a reader keeps a whole row in memory. */
final class WideRows {
    private static final String ROW = "row";
    private static final String CELL = "c";

    /** Excel has no more columns. */
    private static final int CELLS_MAX = 16_384;

    private static final int CHARACTERS_MAX = BoundedText.ROW_CHARACTERS_MAX;

    private WideRows() {}

    /** Whether the part of a workbook has one, before it ends or breaks off: that is for its reader to tell. */
    static boolean isIn(InputStream part) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(part);
            while (xml.hasNext()) {
                if (xml.next() == START_ELEMENT && xml.getLocalName().equals(ROW) && isWide(xml)) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException broken) {
            return false;
        }
    }

    private static boolean isWide(XMLStreamReader row) throws XMLStreamException {
        int cells = 0;
        long characters = 0;
        for (int event = row.next(); !isEnd(row, event); event = row.next()) {
            if (event == START_ELEMENT && row.getLocalName().equals(CELL)) {
                cells++;
            } else if (event == CHARACTERS || event == CDATA) {
                characters += row.getTextLength();
            }
            if (cells > CELLS_MAX || characters > CHARACTERS_MAX) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnd(XMLStreamReader row, int event) {
        return event == END_ELEMENT && row.getLocalName().equals(ROW);
    }
}
