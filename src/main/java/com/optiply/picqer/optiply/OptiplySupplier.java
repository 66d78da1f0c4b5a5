package com.optiply.picqer.optiply;

import static com.optiply.picqer.optiply.AttributeForm.FLAG;
import static com.optiply.picqer.optiply.AttributeForm.TEXT;

import org.jspecify.annotations.Nullable;

/**
 * The attributes of an Optiply supplier that this integration owns (contract: Optiply 6.2).
 *
 * @param ignored null where Optiply's users own that flag
 * @param country null unless this Optiply environment accepts it
 */
public record OptiplySupplier(String name, @Nullable Boolean ignored, @Nullable String country) {
    public static final String NAME = "name";
    public static final String IGNORED = "ignored";
    public static final String COUNTRY = "country";

    static final Shape SHAPE = new Shape().with(TEXT, NAME).with(FLAG, IGNORED).accepting(TEXT, COUNTRY);

    public Attributes attributes() {
        return Attributes.builder()
                .text(NAME, name)
                .flag(IGNORED, ignored)
                .text(COUNTRY, country)
                .build();
    }
}
