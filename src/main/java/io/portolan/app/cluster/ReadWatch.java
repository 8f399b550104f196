package io.portolan.app.cluster;

/** Looks at how far the reading of a topic has come. */
@FunctionalInterface
public interface ReadWatch {
    /**
     * Called after each answer of the cluster.
     *
     * @param done offsets gone through
     * @param total offsets to go through
     */
    void passed(long done, long total);
}
