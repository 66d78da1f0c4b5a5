/** What Optiply has against what it last acknowledged; what the state knows of one record. No Camel. */
@NullMarked
package com.optiply.picqer.sync.inspect;

import org.jspecify.annotations.NullMarked;
