/** The schemas of {@code schemas/} against the subjects of a schema registry, and their registration. */
package io.portolan.app.schemas;
