package com.optiply.picqer.mapping.buyorder;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The marks by which a purchase order says which Optiply buy order it came from (mapping.md, "Writing out purchase
 * orders"): ours, and those that an earlier integration left.
 *
 * <p>A mark is compared letter by letter. Only blanks and line breaks around it are passed over, since forms and people
 * leave them behind; a mark within another word, or before more text, is somebody's remark and no mark.
 */
public final class ExportMarkers {
    /** Stands in the pattern of an old mark where the Optiply id stands in the mark. */
    public static final String ID = "{id}";

    private static final String OURS = "Optiply-" + ID;

    /** As Optiply writes its numbers; more digits would not be one. */
    private static final String DIGITS = "([1-9][0-9]{0,17})";

    private static final String BLANKS = "[\\s\\p{Z}]*";
    private static final String AT_A_WORD = "(?<![^\\s\\p{Z}])";
    private static final String LINE_END = "[ \\t\\p{Zs}]*(?:\\R|\\z)";

    private final List<Pattern> wholes = new ArrayList<>();
    private final List<Pattern> withinRemarks = new ArrayList<>();

    /** @param oldPatterns how an earlier integration marked its orders, each with {@code {id}} once */
    public ExportMarkers(List<String> oldPatterns) {
        wholes.add(whole(OURS));
        withinRemarks.add(Pattern.compile(AT_A_WORD + mark(OURS) + BLANKS + "\\z"));
        for (String pattern : oldPatterns) {
            wholes.add(whole(pattern));
            withinRemarks.add(isBareId(pattern) ? whole(pattern) : atTheEndOfALine(pattern));
        }
    }

    /** The mark that our export leaves. */
    public static String marker(OptiplyId order) {
        return OURS.replace(ID, order.toString());
    }

    /** Whether it bears the mark that our export leaves, and not one of an earlier integration's. */
    public static boolean isOurs(FoundPurchaseOrder there, OptiplyId order) {
        return new ExportMarkers(List.of()).claimedBy(there).contains(order);
    }

    /** The Optiply orders that it claims to have come from, each once, first what its reference says. */
    public List<OptiplyId> claimedBy(FoundPurchaseOrder order) {
        return claimedBy(order.supplierOrderid(), order.remarks());
    }

    private List<OptiplyId> claimedBy(@Nullable String supplierOrderid, @Nullable String remarks) {
        Set<OptiplyId> claimed = new LinkedHashSet<>();
        wholes.forEach(pattern -> find(pattern, supplierOrderid, claimed));
        withinRemarks.forEach(pattern -> find(pattern, remarks, claimed));
        return List.copyOf(claimed);
    }

    private static void find(Pattern pattern, @Nullable String text, Set<OptiplyId> claimed) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        while (matcher.find()) {
            claimed.add(new OptiplyId(Long.parseLong(matcher.group(1))));
        }
    }

    /** Nothing but the mark in the whole text. */
    private static Pattern whole(String pattern) {
        return Pattern.compile("\\A" + BLANKS + mark(pattern) + BLANKS + "\\z");
    }

    /** An old mark may have had lines written below it in all the time since. */
    private static Pattern atTheEndOfALine(String pattern) {
        return Pattern.compile(AT_A_WORD + mark(pattern) + LINE_END);
    }

    /** A pattern that has no text of its own would take any number in a remark for an order. */
    private static boolean isBareId(String pattern) {
        return pattern.replace(ID, "").isBlank();
    }

    private static String mark(String pattern) {
        int at = pattern.indexOf(ID);
        if (at < 0 || pattern.indexOf(ID, at + 1) >= 0) {
            throw new IllegalArgumentException("an old mark holds " + ID + " once, not so `" + pattern + "`");
        }
        return quoted(pattern.substring(0, at).stripLeading())
                + DIGITS
                + quoted(pattern.substring(at + ID.length()).stripTrailing());
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "" : Pattern.quote(text);
    }
}
