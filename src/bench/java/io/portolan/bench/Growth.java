package io.portolan.bench;

/**
 * What a flow takes with a registry and rules of some size.
 *
 * @param entries of the registry
 * @param rules in force
 */
record Growth(int entries, int rules, Measured measured) {}
