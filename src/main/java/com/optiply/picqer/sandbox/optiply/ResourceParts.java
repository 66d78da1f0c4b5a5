package com.optiply.picqer.sandbox.optiply;

import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.NOT_NULL;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.READ_ONLY;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.REQUIRED;
import static com.optiply.picqer.sandbox.optiply.Attribute.Trait.WRITE_ONLY;
import static com.optiply.picqer.sandbox.optiply.AttributeType.BOOLEAN;
import static com.optiply.picqer.sandbox.optiply.AttributeType.CHOICE;
import static com.optiply.picqer.sandbox.optiply.AttributeType.DATE;
import static com.optiply.picqer.sandbox.optiply.AttributeType.DECIMAL;
import static com.optiply.picqer.sandbox.optiply.AttributeType.INTEGER;
import static com.optiply.picqer.sandbox.optiply.AttributeType.NUMBER;
import static com.optiply.picqer.sandbox.optiply.AttributeType.REFERENCE;
import static com.optiply.picqer.sandbox.optiply.AttributeType.REMOTE_IDS;
import static com.optiply.picqer.sandbox.optiply.AttributeType.TEXT;
import static com.optiply.picqer.sandbox.optiply.AttributeType.UUID_TEXT;

import com.optiply.picqer.sandbox.optiply.Attribute.Trait;
import com.optiply.picqer.sandbox.optiply.ResourceType.Uniqueness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What several resources have in common. */
final class ResourceParts {
    static final Limit PRICE_MAX = new Limit.AtMost(new BigDecimal("9999999.99"));
    static final Limit NOT_NEGATIVE = new Limit.AtLeast(0);
    static final Limit CENTS = new Limit.Digits(17, 2);
    static final Limit[] YEAR_OF_DAYS = {new Limit.AtLeast(1), new Limit.AtMost(BigDecimal.valueOf(365))};

    private ResourceParts() {}

    static ResourceType resource(
            String name, Uniqueness uniqueness, List<Relationship> relationships, Attribute... own) {
        List<Attribute> attributes = new ArrayList<>(List.of(uuid()));
        attributes.addAll(List.of(own));
        attributes.add(flag("createdFromPublicApi", true).and(READ_ONLY));
        attributes.add(Attribute.of("remoteId", TEXT, WRITE_ONLY).limit(new Limit.Length(0, 255)));
        attributes.add(Attribute.of("remoteIdMap", REMOTE_IDS, READ_ONLY).initially(Map.of()));
        attributes.add(date("remoteDataSyncedToDate"));
        attributes.add(serverDate("createdAt"));
        attributes.add(serverDate("updatedAt"));
        return new ResourceType(name, true, uniqueness, attributes, relationships);
    }

    static ResourceType withoutRemoteId(String name, List<Relationship> relationships, Attribute... own) {
        List<Attribute> attributes = new ArrayList<>(List.of(uuid()));
        attributes.addAll(List.of(own));
        attributes.add(flag("createdFromPublicApi", true).and(READ_ONLY));
        attributes.add(serverDate("createdAt"));
        attributes.add(serverDate("updatedAt"));
        return new ResourceType(name, true, Uniqueness.NONE, attributes, relationships);
    }

    static Attribute uuid() {
        return Attribute.of("uuid", UUID_TEXT, READ_ONLY);
    }

    /** Not a reference: an account is named in the query, never in a body. */
    static Attribute ownAccount() {
        return Attribute.of("accountId", REFERENCE, READ_ONLY);
    }

    static Attribute serverDate(String name) {
        return date(name, READ_ONLY);
    }

    static Attribute name() {
        return Attribute.of("name", TEXT, REQUIRED).limit(new Limit.Length(0, 255), new Limit.SingleLine());
    }

    static Attribute status() {
        return Attribute.of("status", CHOICE, NOT_NULL)
                .limit(new Limit.OneOf(List.of("enabled", "disabled")))
                .initially("enabled");
    }

    static Attribute text(String name, Trait... traits) {
        return Attribute.of(name, TEXT, traits).limit(new Limit.Length(0, 255));
    }

    static Attribute integer(String name, Trait... traits) {
        return Attribute.of(name, INTEGER, traits);
    }

    static Attribute money(String name, Trait... traits) {
        return Attribute.of(name, DECIMAL, traits).limit(CENTS);
    }

    static Attribute number(String name) {
        return Attribute.of(name, NUMBER);
    }

    static Attribute date(String name, Trait... traits) {
        return Attribute.of(name, DATE, traits);
    }

    static Attribute flag(String name, boolean initial) {
        return Attribute.of(name, BOOLEAN, NOT_NULL).initially(initial);
    }
}
