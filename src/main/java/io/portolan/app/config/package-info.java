/** The configuration: what can be set, its defaults, and where it comes from. */
package io.portolan.app.config;
