package io.portolan.app.bench.contender;

/** A contender at work; closing it ends the work in order. */
interface Running extends AutoCloseable {
    @Override
    void close();
}
