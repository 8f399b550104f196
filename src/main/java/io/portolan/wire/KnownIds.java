package io.portolan.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The schema ids that were seen, and how to rewrite the values of each. Immutable; a few ids, so a scan is fastest. */
final class KnownIds {
    static final KnownIds NONE = new KnownIds(new int[0], new Resolution[0]);

    private final int[] ids;
    private final @Nullable Resolution[] resolutions;

    private KnownIds(int[] ids, @Nullable Resolution[] resolutions) {
        this.ids = ids;
        this.resolutions = resolutions;
    }

    /** Place of the id, 0 or more; -1 if it was not seen. */
    int indexOf(int id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    /** How to rewrite the values of the id at that place; null where their layout is the target's. */
    @Nullable
    Resolution resolution(int index) {
        return resolutions[index];
    }

    KnownIds with(int id, @Nullable Resolution resolution) {
        int[] moreIds = Arrays.copyOf(ids, ids.length + 1);
        @Nullable Resolution[] moreResolutions = Arrays.copyOf(resolutions, ids.length + 1);
        moreIds[ids.length] = id;
        moreResolutions[ids.length] = resolution;
        return new KnownIds(moreIds, moreResolutions);
    }
}
