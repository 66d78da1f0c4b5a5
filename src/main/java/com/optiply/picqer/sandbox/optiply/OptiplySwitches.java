package com.optiply.picqer.sandbox.optiply;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The answers to what nobody outside Optiply knows for sure. The first option of each switch is the default and the
 * most probable; an integration must live with all of them.
 *
 * <pre>{@code OptiplySwitches.defaults().with(Drafts.VISIBLE).with(Validation.STATUS_422)}</pre>
 *
 * @param choices what differs from the default, by the class of the switch
 * @param extraAttributes attributes beyond the public set that this environment accepts, as
 *     {@code suppliers.country}; which ones can be chosen stands in {@link #EXTRA_ATTRIBUTES}
 */
public record OptiplySwitches(Map<Class<?>, Switch> choices, Set<String> extraAttributes) {

    /** Every attribute that an environment may accept beyond the public set. */
    public static final Set<String> EXTRA_ATTRIBUTES = Schema.extraAttributes();

    /** One answer to one open question. */
    public sealed interface Switch {}

    /** The status of a refused value. */
    public enum Validation implements Switch {
        STATUS_400(400, "BAD_REQUEST"),
        STATUS_422(422, "UNPROCESSABLE_ENTITY");

        final int status;
        final String title;

        Validation(int status, String title) {
            this.status = status;
            this.title = title;
        }
    }

    /** The status of a request without the JSON:API content type. */
    public enum ContentType implements Switch {
        STATUS_415(415, "UNSUPPORTED_MEDIA_TYPE"),
        STATUS_404(404, "NOT_FOUND");

        final int status;
        final String title;

        ContentType(int status, String title) {
            this.status = status;
            this.title = title;
        }
    }

    /** What a create with a remote id that the coupling has already does. */
    public enum DuplicateRemoteId implements Switch {
        ALLOW,
        CONFLICT
    }

    /** Whether the answer to an order with {@code orderLines} tells the ids of the lines. */
    public enum NestedLineIds implements Switch {
        NONE,
        IN_ORDER_LINES
    }

    /** What a create without {@code accountId} does. */
    public enum MissingAccount implements Switch {
        /** Goes to the user's account, as long as there is only one. */
        ACCEPT_SINGLE,
        REFUSE
    }

    /** What becomes of a remote id that comes without {@code couplingId}. */
    public enum RemoteIdWithoutCoupling implements Switch {
        IGNORE,
        STORE_UNDER_NULL,
        REFUSE
    }

    /** What the keys of {@code remoteIdMap} are. */
    public enum RemoteIdKey implements Switch {
        COUPLING_ID,
        COUPLING_NAME
    }

    /** Whether a supplier product that becomes preferred takes it from the product's other ones. */
    public enum Preferred implements Switch {
        EXCLUSIVE,
        INDEPENDENT
    }

    /** Whether buy orders that are not placed yet are shown. */
    public enum Drafts implements Switch {
        HIDDEN,
        VISIBLE
    }

    /** What deleting a product or supplier that others refer to does. */
    public enum ReferencedDelete implements Switch {
        ALLOW,
        CONFLICT
    }

    /** What {@code orderLines} in a PATCH do. */
    public enum PatchedOrderLines implements Switch {
        IGNORE,
        REFUSE
    }

    /** What setting {@code assembled} on a product that has no parts does. */
    public enum AssembledWithoutParts implements Switch {
        ACCEPT,
        REFUSE
    }

    /** What a comma in the value of a filter is. */
    public enum CommaInFilter implements Switch {
        TEXT,
        ALTERNATIVES
    }

    /** How a filter may name a moment. */
    public enum MomentInFilter implements Switch {
        ANY_ZONE,
        /** With an offset: one that ends with {@code Z} is refused. */
        OFFSET
    }

    public OptiplySwitches {
        choices = Map.copyOf(choices);
        extraAttributes = Set.copyOf(extraAttributes);
        for (String extra : extraAttributes) {
            if (!EXTRA_ATTRIBUTES.contains(extra)) {
                throw new IllegalArgumentException(
                        "`" + extra + "` is no extra attribute. Choose from " + EXTRA_ATTRIBUTES + ".");
            }
        }
    }

    public static OptiplySwitches defaults() {
        return new OptiplySwitches(Map.of(), Set.of());
    }

    public OptiplySwitches with(Switch choice) {
        Map<Class<?>, Switch> more = new HashMap<>(choices);
        more.put(choice.getClass(), choice);
        return new OptiplySwitches(more, extraAttributes);
    }

    public OptiplySwitches withExtraAttributes(String... attributes) {
        return new OptiplySwitches(choices, Set.of(attributes));
    }

    public Validation validation() {
        return choice(Validation.class);
    }

    public ContentType contentType() {
        return choice(ContentType.class);
    }

    public DuplicateRemoteId duplicateRemoteId() {
        return choice(DuplicateRemoteId.class);
    }

    public NestedLineIds nestedLineIds() {
        return choice(NestedLineIds.class);
    }

    public MissingAccount missingAccount() {
        return choice(MissingAccount.class);
    }

    public RemoteIdWithoutCoupling remoteIdWithoutCoupling() {
        return choice(RemoteIdWithoutCoupling.class);
    }

    public RemoteIdKey remoteIdKey() {
        return choice(RemoteIdKey.class);
    }

    public Preferred preferred() {
        return choice(Preferred.class);
    }

    public Drafts drafts() {
        return choice(Drafts.class);
    }

    public ReferencedDelete referencedDelete() {
        return choice(ReferencedDelete.class);
    }

    public PatchedOrderLines patchedOrderLines() {
        return choice(PatchedOrderLines.class);
    }

    public AssembledWithoutParts assembledWithoutParts() {
        return choice(AssembledWithoutParts.class);
    }

    public CommaInFilter commaInFilter() {
        return choice(CommaInFilter.class);
    }

    public MomentInFilter momentInFilter() {
        return choice(MomentInFilter.class);
    }

    boolean accepts(ResourceType type, Attribute attribute) {
        return !attribute.is(Attribute.Trait.EXTRA) || extraAttributes.contains(type.name() + "." + attribute.name());
    }

    private <S extends Enum<S> & Switch> S choice(Class<S> type) {
        return type.cast(choices.getOrDefault(type, type.getEnumConstants()[0]));
    }
}
