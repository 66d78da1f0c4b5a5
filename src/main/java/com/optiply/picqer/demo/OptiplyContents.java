package com.optiply.picqer.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the Optiply simulator holds at one moment.
 *
 * @param idproducts Picqer's id by Optiply's; empty for a record that bears none
 * @param byIdproduct every record that bears this id of Picqer: more than one is a duplicate
 */
record OptiplyContents(Map<Long, String> idproducts, Map<String, List<SortedMap<String, String>>> byIdproduct) {

    static OptiplyContents of(OptiplyAccount account) {
        OptiplyContents contents = new OptiplyContents(new TreeMap<>(), new TreeMap<>());
        account.forEach("products", contents::add);
        return contents;
    }

    private void add(OptiplyRecord record) {
        JsonNode remoteIds = record.attributes().path("remoteIdMap");
        String idproduct =
                remoteIds.path(Long.toString(SandboxCustomer.COUPLING)).asText();
        idproducts.put(record.id(), idproduct);
        byIdproduct.computeIfAbsent(idproduct, none -> new ArrayList<>()).add(ProductValues.held(record.attributes()));
    }

    int records() {
        return idproducts.size();
    }

    long duplicates() {
        return records() - byIdproduct.size();
    }
}
