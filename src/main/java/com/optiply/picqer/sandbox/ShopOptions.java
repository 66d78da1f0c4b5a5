package com.optiply.picqer.sandbox;

import com.optiply.picqer.sandbox.picqer.ApiKey;
import com.optiply.picqer.sandbox.picqer.PicqerSwitches;
import com.optiply.picqer.sandbox.world.World;
import java.time.ZoneId;
import java.util.List;

/**
 * A Picqer account to set up.
 *
 * @param zone in which it writes its wall-clock times
 * @param requestsPerMinute per key; {@link Integer#MAX_VALUE} is no limit
 */
public record ShopOptions(World world, List<ApiKey> keys, ZoneId zone, int requestsPerMinute, PicqerSwitches switches) {
    /** The secret of the only key, an admin's, unless other keys are given. */
    public static final String KEY = "sandbox-key";

    private static final int PICQER_REQUESTS_PER_MINUTE = 500;

    public static ShopOptions of(World world) {
        return new ShopOptions(
                world,
                List.of(ApiKey.admin("sandbox", KEY)),
                ZoneId.of("Europe/Amsterdam"),
                PICQER_REQUESTS_PER_MINUTE,
                PicqerSwitches.DEFAULTS);
    }

    public ShopOptions withKeys(ApiKey... keys) {
        return new ShopOptions(world, List.of(keys), zone, requestsPerMinute, switches);
    }

    public ShopOptions limitedTo(int requestsPerMinute) {
        return new ShopOptions(world, keys, zone, requestsPerMinute, switches);
    }

    public ShopOptions unlimited() {
        return limitedTo(Integer.MAX_VALUE);
    }
}
