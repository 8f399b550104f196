/** Tests of what stands in the folder deploy: image, compose file and manifests. */
package io.portolan.deploy;
