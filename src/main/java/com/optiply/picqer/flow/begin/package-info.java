/**
 * The steps that every run begins with, and the one that it ends with: whether it is the same shop, its warehouses, its
 * accounting.
 */
@NullMarked
package com.optiply.picqer.flow.begin;

import org.jspecify.annotations.NullMarked;
