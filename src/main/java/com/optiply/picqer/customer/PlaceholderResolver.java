package com.optiply.picqer.customer;

/** Puts values in the place of {@code {{...}}}, exactly as Camel will when it loads the file. */
public interface PlaceholderResolver {
    /** Whether references may begin with this word, as in {@code {{env:NAME}}}. */
    boolean hasFunction(String name);

    /**
     * The text with every placeholder replaced.
     *
     * @throws UnresolvedPlaceholderException if there is no value for one of them
     */
    String resolve(String text);

    /**
     * The value of a secret, which is known as one before anything could log it.
     *
     * @throws UnresolvedPlaceholderException if there is none
     */
    String resolveSecret(Reference reference);
}
