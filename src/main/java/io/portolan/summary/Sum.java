package io.portolan.summary;

/**
 * What the parts of one key come to. Not for several threads.
 *
 * @param <T> the record that a part is, and the sum
 */
public interface Sum<T> {
    /** Adds a part of the same key, or leaves the sum as it is and throws. */
    void add(T part);

    /** The sum as a record, to be written at once: what it holds may change with the next part. */
    T total();
}
