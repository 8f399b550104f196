/** Tests that the documents name only what exists: links, anchors, files of the tree, commands and their options. */
@NullMarked
package io.portolan.documents;

import org.jspecify.annotations.NullMarked;
