package com.optiply.picqer.cli;

import static java.util.stream.Collectors.toCollection;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/** Which of some records of Picqer's an account still shows, by where they stand in a list of their ids there. */
final class ShownInOptiply {
    private final OptiplyAccount account;

    ShownInOptiply(OptiplyAccount account) {
        this.account = account;
    }

    Set<Integer> byRemoteId(String resource, List<Long> ids) {
        return numbers(
                account.all(resource),
                record -> ids.indexOf(
                        record.attributes().path("remoteIdMap").path("9021").asLong()));
    }

    Set<Integer> enabledPairs(List<Long> products) {
        List<Long> inOptiply = inOptiply("products", products);
        List<OptiplyRecord> enabled = account.all("supplierProducts").stream()
                .filter(pair -> pair.attributes().path("status").asText().equals("enabled"))
                .toList();
        return numbers(enabled, pair -> inOptiply.indexOf(reference(pair, "productId")));
    }

    Set<Integer> parts(List<Long> products) {
        List<Long> inOptiply = inOptiply("products", products);
        return numbers(account.all("productCompositions"), part -> inOptiply.indexOf(reference(part, "partProductId")));
    }

    /** The orders whose line of the product of their own number is still there. */
    Set<Integer> ownLines(Kind ofOrders, List<Long> orders, List<Long> products) {
        Kind lines = ofOrders.lines().orElseThrow();
        List<Long> ordersInOptiply = inOptiply(ofOrders.resource(), orders);
        List<Long> productsInOptiply = inOptiply("products", products);
        String order = lines.parentAttribute().orElseThrow();
        return numbers(account.all(lines.resource()), line -> {
            int number = ordersInOptiply.indexOf(reference(line, order));
            return productsInOptiply.indexOf(reference(line, "productId")) == number ? number : -1;
        });
    }

    private static Set<Integer> numbers(List<OptiplyRecord> records, ToIntFunction<OptiplyRecord> number) {
        return records.stream().map(number::applyAsInt).filter(one -> one >= 0).collect(toCollection(TreeSet::new));
    }

    private List<Long> inOptiply(String resource, List<Long> ids) {
        return ids.stream()
                .map(id -> account.byRemoteId(resource, "9021", Long.toString(id))
                        .get(0)
                        .id())
                .toList();
    }

    private static long reference(OptiplyRecord record, String attribute) {
        return record.attributes().path(attribute).asLong();
    }
}
