package io.portolan.flink;

/** A record of the registry's topic. Public, with a constructor and fields that can be set, as Flink wants it to be. */
public final class RegistryChange {
    /** Of the port. */
    public String key = "";

    /** The entry in Avro; empty if it was taken away. */
    public byte[] entry = {};
}
