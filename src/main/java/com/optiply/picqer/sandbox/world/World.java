package com.optiply.picqer.sandbox.world;

import com.optiply.picqer.sandbox.picqer.PicqerShop;

/** Fills an empty shop; the same seed always makes the same shop. */
public interface World {
    void fill(PicqerShop shop, long seed);
}
