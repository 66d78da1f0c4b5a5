package com.optiply.picqer.customer;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody most likely meant. */
public final class NearestMatch {
    private static final int LENGTH_PER_TYPO = 3;

    private NearestMatch() {}

    /** The closest candidate, if it is close enough to be worth a question: about one typing error in three letters. */
    public static Optional<String> of(String written, Collection<String> candidates) {
        String word = folded(written);
        int typosMax = Math.max(1, word.length() / LENGTH_PER_TYPO);
        return candidates.stream()
                .filter(candidate -> distance(word, folded(candidate)) <= typosMax)
                .min(Comparator.comparingInt((String candidate) -> distance(word, folded(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** So that {@code apiKey} and {@code api_key} are as good as {@code api-key}. */
    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Levenshtein's distance with adjacent letters swapped counted once, as fingers swap them. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = cost(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cost(int[][] cost, String from, String to, int i, int j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
