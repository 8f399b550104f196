/**
 * Labels and judges log files without Kafka, by the classes that the job uses: a parser, the labeller, the judge, the
 * writer of enriched flows. What comes out is written flow by flow, so that memory does not grow with the file.
 */
@NullMarked
package io.portolan.app.label;

import org.jspecify.annotations.NullMarked;
