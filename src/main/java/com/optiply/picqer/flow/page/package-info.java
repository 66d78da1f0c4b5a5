/** A page on its way through a flow: rows, readings, decisions, and the comparison with the state. */
@NullMarked
package com.optiply.picqer.flow.page;

import org.jspecify.annotations.NullMarked;
