package com.optiply.picqer.bench;

/**
 * What the sandbox saw of one sync.
 *
 * @param products that the account holds after it
 * @param requests all of them, logins too
 * @param writes requests to Optiply that create, change or delete
 */
record Tally(long products, long requests, long writes) {}
