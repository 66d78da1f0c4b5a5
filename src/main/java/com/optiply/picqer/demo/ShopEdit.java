package com.optiply.picqer.demo;

import com.optiply.picqer.sandbox.picqer.ShopUser;
import java.util.function.Consumer;

/**
 * One thing that a user of Picqer does.
 *
 * @param told what is done, for a reader who knows neither API
 */
record ShopEdit(String told, Consumer<ShopUser> edit) {}
