/** The format that tells the other formats apart, record by record. */
@NullMarked
package io.portolan.flow.auto;

import org.jspecify.annotations.NullMarked;
