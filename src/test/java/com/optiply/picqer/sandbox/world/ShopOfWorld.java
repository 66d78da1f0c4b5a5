package com.optiply.picqer.sandbox.world;

import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.picqer.ApiKey;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.PicqerSwitches;
import com.optiply.picqer.sandbox.server.SandboxClock;
import java.time.ZoneId;
import java.util.List;

/** A shop filled with a world, at the time at which a sandbox begins. */
final class ShopOfWorld {
    /** That time, as the shop writes it. */
    static final String NOW = "2025-10-08 10:00:00";

    private ShopOfWorld() {}

    static PicqerShop of(World world, long seed) {
        return new PicqerShop(
                SandboxClock.standing(SandboxOptions.DEFAULTS.clockStart()).withZone(ZoneId.of("Europe/Amsterdam")),
                List.of(ApiKey.admin("admin", "key")),
                Integer.MAX_VALUE,
                PicqerSwitches.DEFAULTS,
                shop -> world.fill(shop, seed));
    }
}
