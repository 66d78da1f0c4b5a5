package com.optiply.picqer.sync.compare;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.store.row.Link;

/** A link made to a record that Optiply had already, and the candidate that it uses up. */
record AdoptedLink(Link link, OptiplyId id) {}
