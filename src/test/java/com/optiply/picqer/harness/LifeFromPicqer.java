package com.optiply.picqer.harness;

import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sync.run.Flow;
import java.util.List;
import java.util.function.Consumer;

/** Loaded, changed and brought in step, without the comparison's help. */
final class LifeFromPicqer implements SmallLife {
    private final SyncWorld world;
    private final SmallShop shop;
    private final SentSoFar sent;

    LifeFromPicqer(SyncWorld world) {
        this.world = world;
        shop = new SmallShop(world);
        sent = new SentSoFar(world);
    }

    @Override
    public void live(Consumer<Flow[]> runs) {
        runs.accept(SmallShop.FLOWS);
        shop.change();
        sent.note();
        runs.accept(SmallShop.FLOWS);
    }

    @Override
    public void heal() {
        world.run(SmallShop.FLOWS);
    }

    @Override
    public List<String> differences() {
        return sent.differences();
    }

    @Override
    public void runAgain() {
        world.run(SmallShop.FLOWS);
    }
}
