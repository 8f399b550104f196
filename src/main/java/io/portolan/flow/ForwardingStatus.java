package io.portolan.flow;

import io.portolan.schema.Action;

/**
 * What a router did with the packets of a flow: IPFIX element 89, forwardingStatus (RFC 7270 section 4.12, IANA's
 * registry "Forwarding Status").
 */
public final class ForwardingStatus {
    private static final int STATUS_SHIFT = 6;
    private static final int FORWARDED = 1;
    private static final int DROPPED_BY_ACL_DENY = 129;
    private static final int DROPPED_BY_ACL = 130;

    private ForwardingStatus() {}

    /**
     * What it says of a packet filter. Packets that were dropped for another reason (no route, TTL, congestion) or that
     * the router took for itself say nothing of one.
     */
    public static Action action(long status) {
        if (status == DROPPED_BY_ACL_DENY || status == DROPPED_BY_ACL) {
            return Action.REJECT;
        }
        return status >> STATUS_SHIFT == FORWARDED ? Action.ACCEPT : Action.UNKNOWN;
    }
}
