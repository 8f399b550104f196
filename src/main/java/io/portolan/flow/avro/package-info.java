/** Canonical flows: Avro binary of {@code schemas/flow-log.avsc}, and container files of it. */
package io.portolan.flow.avro;
