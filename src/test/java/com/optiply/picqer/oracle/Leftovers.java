package com.optiply.picqer.oracle;

import com.optiply.picqer.oracle.Verdict.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Optiply holds under a remote id that no record of Picqer bears today. */
final class Leftovers {
    private final Resource resource;
    private final Map<Resource, Map<String, Verdict>> verdicts;
    private final Settings settings;
    private final History history;

    Leftovers(Resource resource, Map<Resource, Map<String, Verdict>> verdicts, Settings settings, History history) {
        this.resource = resource;
        this.verdicts = verdicts;
        this.settings = settings;
        this.history = history;
    }

    List<String> differences(String key, List<Held> left) {
        List<String> found = new ArrayList<>();
        if (left.size() > 1) {
            found.add(left.size() + " records in Optiply are " + resource.noun() + " " + key);
        }
        for (Held record : left) {
            boolean hadSource = history.isGone(resource, key) || isFormerPair(key);
            if (!hadSource && record.isOurs()) {
                found.add("invented " + resource.noun() + ": " + record);
            } else if (hadSource && !history.isHeldBack(resource, key) && isShown(record)) {
                found.add("gone from Picqer and still shown: " + record);
            }
        }
        return found;
    }

    /** The pair with another supplier, or a part, of a product that is known. */
    private boolean isFormerPair(String key) {
        boolean isPair = resource == Resource.SUPPLIER_PRODUCTS || resource == Resource.COMPOSITIONS;
        return isPair && history.wasSent(resource, key) && isKnown(productOf(key));
    }

    private static String productOf(String key) {
        return key.substring(0, Math.max(0, key.indexOf('_')));
    }

    private boolean isKnown(String product) {
        return verdicts.get(Resource.PRODUCTS).containsKey(product) || history.isGone(Resource.PRODUCTS, product);
    }

    /** Products and pairs are switched off, suppliers and parts deleted; of orders mapping.md says nothing. */
    private boolean isShown(Held record) {
        boolean isEnabled = !record.text("status").equals("disabled");
        return switch (resource) {
            case PRODUCTS -> isEnabled;
            case SUPPLIER_PRODUCTS -> isEnabled && !settings.isMultiSupplier();
            case SUPPLIERS -> true;
            case COMPOSITIONS -> verdicts.get(Resource.PRODUCTS).get(productOf(record.key())) instanceof Sent;
            default -> false;
        };
    }
}
