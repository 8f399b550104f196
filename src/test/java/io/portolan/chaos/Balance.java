package io.portolan.chaos;

/**
 * What a {@link Ledger} comes to.
 *
 * @param records that were written to the inputs
 * @param flows that came of them
 * @param letters dead letters that came of them
 * @param lost flows and letters that are missing
 * @param doubled flows and letters that are there once more than they should be
 * @param foreign flows and letters of no record that was written
 */
record Balance(long records, long flows, long letters, long lost, long doubled, long foreign) {
    /** Whether every record has ended as it has to, and nothing else is there. */
    boolean isEven() {
        return lost == 0 && doubled == 0 && foreign == 0;
    }
}
