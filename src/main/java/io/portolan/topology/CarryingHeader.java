package io.portolan.topology;

import org.apache.kafka.common.header.Header;

/** A header that carries objects past what knows bytes alone, from one place of the process to another: it is never written. */
interface CarryingHeader extends Header {
    /** No bytes stand for what it carries. */
    @Override
    default byte[] value() {
        return new byte[0];
    }
}
