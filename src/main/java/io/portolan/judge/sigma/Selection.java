package io.portolan.judge.sigma;

import java.util.List;

/**
 * A named part of a detection: a map, all of whose items have to match, or a list of maps, one of which has to.
 *
 * @param maps the items of each map; a map by itself is a list of one
 */
record Selection(String name, List<List<Item>> maps) {
    Selection {
        maps = maps.stream().map(List::copyOf).toList();
    }

    Truth evaluate(Sighting sighting) {
        return Truth.any(maps, items -> Truth.all(items, item -> item.evaluate(sighting)));
    }
}
