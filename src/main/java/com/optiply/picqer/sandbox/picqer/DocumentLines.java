package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The lines of an order, a purchase order or a receipt: Picqer keeps all of them below {@code products}. */
final class DocumentLines {
    private DocumentLines() {}

    static Stream<ObjectNode> of(ObjectNode document) {
        return StreamSupport.stream(array(document).spliterator(), false).map(ObjectNode.class::cast);
    }

    /** The lines as they stand in the document: what is added to this is a line more. */
    static ArrayNode array(ObjectNode document) {
        return document.withArrayProperty("products");
    }
}
