/** What is said to Optiply and asked of it: writes, what became of lost ones, what is guarded, and its lists. */
@NullMarked
package com.optiply.picqer.flow.send;

import org.jspecify.annotations.NullMarked;
