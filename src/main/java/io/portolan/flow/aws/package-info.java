/** Flow logs of Amazon Web Services: VPC flow logs as text in any column order, and as JSON. */
package io.portolan.flow.aws;
