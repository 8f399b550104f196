/** The topics of {@code topology/topics.yaml} against those of a cluster: what is missing, what differs, what mends it. */
package io.portolan.app.topics;
