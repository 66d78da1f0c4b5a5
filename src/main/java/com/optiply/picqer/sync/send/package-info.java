/** What the answers to writes change in the state, and what became of writes without one. No Camel. */
@NullMarked
package com.optiply.picqer.sync.send;

import org.jspecify.annotations.NullMarked;
