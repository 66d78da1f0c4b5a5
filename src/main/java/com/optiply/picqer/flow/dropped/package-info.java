/** Lists that people drop: from a file that lies still to its answer. */
@NullMarked
package com.optiply.picqer.flow.dropped;

import org.jspecify.annotations.NullMarked;
