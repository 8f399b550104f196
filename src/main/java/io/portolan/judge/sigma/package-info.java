/**
 * Sigma detections over flows: which fields a flow has, what a rule file says of them, and whether that is true. A field
 * may be missing or not known yet, so an answer is true, false or unknown. Source: the Sigma specification, version 2.1.
 */
package io.portolan.judge.sigma;
