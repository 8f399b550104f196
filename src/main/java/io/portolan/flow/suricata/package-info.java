/** Suricata's event log, EVE: its flow and netflow events. */
@NullMarked
package io.portolan.flow.suricata;

import org.jspecify.annotations.NullMarked;
