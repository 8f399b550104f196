/** pmacct's records, as JSON and as Avro: nfacctd, sfacctd, pmacctd, uacctd. */
@NullMarked
package io.portolan.flow.pmacct;

import org.jspecify.annotations.NullMarked;
