package com.optiply.picqer.customer.check;

import com.optiply.picqer.customer.CustomerSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Finds what two files, or two places of one, may not both say. */
final class AcrossFiles {
    private record Place(FileUnderCheck file, Node node) {
        /** For the sentence at the other place: the file is named only where it is another. */
        String seenFrom(FileUnderCheck reader) {
            int line = YamlEntry.lineOf(node);
            return reader == file ? "line " + line : file.problems().file() + ":" + line;
        }
    }

    private AcrossFiles() {}

    static void check(List<FileUnderCheck> files) {
        checkRouteIds(files);
        checkAccounts(files);
    }

    private static void checkRouteIds(List<FileUnderCheck> files) {
        Map<String, Place> firsts = new HashMap<>();
        for (FileUnderCheck file : files) {
            for (ScalarNode id : file.routeIds()) {
                Place first = firsts.putIfAbsent(id.getValue(), new Place(file, id));
                if (first != null) {
                    file.problems()
                            .add(
                                    id,
                                    "Route id `" + id.getValue() + "` is already used at " + first.seenFrom(file)
                                            + ". Two routes with one id would leave only one running.",
                                    "Give one of them another id.");
                }
            }
        }
    }

    /** Two customers in one account would each undo what the other wrote, and together break its budget. */
    private static void checkAccounts(List<FileUnderCheck> files) {
        Map<Object, Place> couplings = new HashMap<>();
        Map<Object, Place> pairs = new HashMap<>();
        for (FileUnderCheck file : files) {
            file.settings().ifPresent(settings -> {
                Place place = new Place(file, file.account().orElseThrow());
                Place sameCoupling = couplings.putIfAbsent(coupling(settings), place);
                Place samePair = pairs.putIfAbsent(pair(settings), place);
                if (sameCoupling != null) {
                    add(place, sameCoupling, "Optiply account and coupling");
                } else if (samePair != null) {
                    add(place, samePair, "Picqer address and Optiply account");
                }
            });
        }
    }

    private static void add(Place place, Place first, String what) {
        place.file()
                .problems()
                .add(
                        place.node(),
                        "Customer `" + first.file().customer() + "` has the same " + what + ", at "
                                + first.seenFrom(place.file()) + ".",
                        "Each would undo what the other writes: keep one of the two files.");
    }

    private static Object coupling(CustomerSettings settings) {
        return List.of(
                settings.optiply().baseUrl(),
                settings.optiply().account(),
                settings.optiply().coupling());
    }

    private static Object pair(CustomerSettings settings) {
        return List.of(
                settings.picqer().baseUrl(),
                settings.optiply().baseUrl(),
                settings.optiply().account());
    }
}
