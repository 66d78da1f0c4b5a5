package com.optiply.picqer.mapping.supplier;

import static java.util.stream.Collectors.groupingBy;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds suppliers by the names that people write: as it stands if one fits, else whatever its case and blanks. */
public final class SupplierNames {
    private final Map<String, List<Named>> exact;
    private final Map<String, List<Named>> folded;

    /**
     * One name of a supplier; it may have two, one in Picqer and one in Optiply, until the weekly run of the names.
     *
     * @param id in Picqer
     */
    public record Named(RemoteId id, OptiplyId optiplyId, String name) {}

    public SupplierNames(Collection<Named> names) {
        exact = names.stream().collect(groupingBy(named -> named.name().strip()));
        folded = names.stream().collect(groupingBy(named -> folded(named.name())));
    }

    /** The suppliers that the name may mean, each once. */
    public List<Named> find(String name) {
        List<Named> same = distinct(exact.getOrDefault(name.strip(), List.of()));
        return same.size() == 1 ? same : distinct(folded.getOrDefault(folded(name), List.of()));
    }

    private static List<Named> distinct(List<Named> names) {
        Set<RemoteId> seen = new HashSet<>();
        return names.stream().filter(named -> seen.add(named.id())).toList();
    }

    private static String folded(String name) {
        return SupplierKey.folded(name.strip().replaceAll("\\s+", " "));
    }
}
