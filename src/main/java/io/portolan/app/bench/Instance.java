package io.portolan.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.portolan.app.bench.contender.Cost;
import java.util.List;

/** A process of an entrant. */
sealed interface Instance extends AutoCloseable permits AskedInstance, WatchedInstance {
    /**
     * What it has cost is noted, now.
     *
     * @param order what one that is asked is told
     */
    void note(String order);

    /** Ends it, and returns what was noted. */
    List<Cost> end() throws JsonProcessingException;

    /** The process. */
    Child child();

    @Override
    void close();
}
