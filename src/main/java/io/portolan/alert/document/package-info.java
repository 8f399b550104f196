/**
 * What the documents for a SIEM have in common, whichever schema they follow: how JSON is written, the Community ID of a flow,
 * the names of MITRE ATT&CK, and the one object that holds what a schema has no field for.
 */
@NullMarked
package io.portolan.alert.document;

import org.jspecify.annotations.NullMarked;
