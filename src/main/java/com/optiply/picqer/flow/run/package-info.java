/** What every step of a run may ask for: its state, its turn, its threads, and whom it tells what happens. */
@NullMarked
package com.optiply.picqer.flow.run;

import org.jspecify.annotations.NullMarked;
