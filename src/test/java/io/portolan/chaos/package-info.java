/** Faults, load and bad input on real processes, after each of which a ledger holds that nothing is lost or doubled. */
package io.portolan.chaos;
