package io.portolan.alert.document;

import org.jspecify.annotations.Nullable;

/**
 * One side of a conversation.
 *
 * @param address IPv4 or IPv6
 * @param port null if the protocol has none
 * @param bytes that it sent, null if nobody counted them
 * @param packets that it sent, null if nobody counted them
 */
public record Party(
        String address,
        @Nullable Integer port,
        @Nullable Long bytes,
        @Nullable Long packets) {}
