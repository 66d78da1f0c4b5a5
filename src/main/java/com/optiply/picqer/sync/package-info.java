/** Runs, links, intents, guards and the accounting: what makes a run safe to repeat, stop or kill. No Camel. */
@NullMarked
package com.optiply.picqer.sync;

import org.jspecify.annotations.NullMarked;
