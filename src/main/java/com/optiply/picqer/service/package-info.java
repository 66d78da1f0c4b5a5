/** Puts the program together: finds routes and customers, starts Camel, state and triggers. */
@NullMarked
package com.optiply.picqer.service;

import org.jspecify.annotations.NullMarked;
