/** Flows under the names of IPFIX's Information Elements and of NetFlow v9's fields, as many collectors write them. */
@NullMarked
package io.portolan.flow.ipfix;

import org.jspecify.annotations.NullMarked;
