package io.portolan.label;

import io.portolan.flow.Flow;
import io.portolan.registry.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A flow with the labels of both ports, all from one state of the registry.
 *
 * @param flow the flow
 * @param transport its transport, null if the protocol has no ports
 * @param src label of the source port
 * @param dst label of the destination port
 * @param version version of the registry that the labels came from
 */
public record LabelledFlow(Flow flow, @Nullable Transport transport, Label src, Label dst, RegistryVersion version) {}
