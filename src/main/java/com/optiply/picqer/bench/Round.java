package com.optiply.picqer.bench;

/** A first sync of a fresh account, and another one with nothing changed in between. */
record Round(Pass first, Pass unchanged) {
    Pass pass(Sync sync) {
        return switch (sync) {
            case FIRST -> first;
            case UNCHANGED -> unchanged;
        };
    }
}
