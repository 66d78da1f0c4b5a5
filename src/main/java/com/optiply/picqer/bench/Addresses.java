package com.optiply.picqer.bench;

import java.net.URI;

/** Where the sandbox is. */
record Addresses(URI picqer, URI optiply, URI token) {}
