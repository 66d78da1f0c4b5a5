/**
 * The HTTP server around the simulators: faults, request log, admin door.
 */
@NullMarked
package com.optiply.picqer.sandbox.server;

import org.jspecify.annotations.NullMarked;
