package io.portolan.app.bench;

import io.portolan.app.bench.contender.Cost;
import io.portolan.app.bench.contender.OutsideCost;
import java.util.ArrayList;
import java.util.List;

/** A program beside Portolan's own, whose cost is noted from outside. */
final class WatchedInstance implements Instance {
    private final Child child;
    private final OutsideCost cost;
    private final List<Cost> notes = new ArrayList<>();

    WatchedInstance(Child child) {
        this.child = child;
        this.cost = new OutsideCost(child.handle());
    }

    @Override
    public void note(String order) {
        notes.add(cost.now());
    }

    @Override
    public List<Cost> end() {
        child.check();
        child.terminate();
        return List.copyOf(notes);
    }

    @Override
    public Child child() {
        return child;
    }

    @Override
    public void close() {
        child.terminate();
    }
}
