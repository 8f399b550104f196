/** VPC Flow Logs of Google Cloud. */
@NullMarked
package io.portolan.flow.gcp;

import org.jspecify.annotations.NullMarked;
