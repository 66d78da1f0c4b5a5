package com.optiply.picqer.demo;

import com.optiply.picqer.sandbox.world.AwkwardCase;
import com.optiply.picqer.store.row.Link;

/**
 * What became of one awkward product, as the state tells it.
 *
 * @param detail what was found, for a parked one; empty for any other
 */
record CaseOutcome(AwkwardCase awkward, Link link, String detail) {}
