package com.optiply.picqer.sync.compare;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.RemoteId;
import java.util.Collection;
import java.util.function.Function;

/**
 * Records that were read together with all that belongs to them, so that what belonged to them before and is not there
 * any more can be told.
 *
 * @param parents the records
 * @param absent the decision about a child that is no longer there
 */
public record Family(Collection<RemoteId> parents, Function<Subject, Filter> absent) {}
