package com.optiply.picqer.sandbox.server;

/** What a fault does to the request it strikes. */
public enum Effect {
    /** The connection is closed in good order without an answer. */
    DROP,
    /** The connection is reset (RST), as by a crashed peer or a firewall. */
    RESET,
    /** The machine refuses connections for a while, to everybody, and cuts those that are open. */
    REFUSE,
    /** No answer ever comes and the connection stays open. */
    SILENCE,
    /** The right answer comes late. */
    DELAY,
    /** The right answer comes in small pieces. */
    TRICKLE,
    /** Half of the right answer comes, then the connection closes. */
    TRUNCATE,
    /** Another answer comes instead of the right one. */
    ANSWER,
    /** A user changes the account just before the request is looked at; the request itself goes well. */
    USER_ACTION
}
