/** Puts what the registry says of a port beside the flow, ready to be written: one look-up a port, no decoding. */
package io.portolan.label;
