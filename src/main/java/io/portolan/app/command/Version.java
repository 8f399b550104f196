package io.portolan.app.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"portolan " + Objects.requireNonNullElse(version, "(not from a jar)")};
    }
}
