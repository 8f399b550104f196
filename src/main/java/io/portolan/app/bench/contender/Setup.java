package io.portolan.app.bench.contender;

import io.portolan.app.config.PortolanConfig;
import java.util.function.Consumer;

/**
 * What a contender is started with.
 *
 * @param config the job's configuration, which all share
 * @param failed told of a fault that ends its work
 */
record Setup(PortolanConfig config, Consumer<Throwable> failed) {}
