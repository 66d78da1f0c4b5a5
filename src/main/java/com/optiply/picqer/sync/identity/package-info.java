/** Whether the accounts are still those that the state is about. No Camel. */
@NullMarked
package com.optiply.picqer.sync.identity;

import org.jspecify.annotations.NullMarked;
