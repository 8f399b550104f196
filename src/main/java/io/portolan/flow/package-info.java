/** What a flow is, and the formats that flow logs arrive in. Knows nothing of registries, rules or Kafka. */
package io.portolan.flow;
