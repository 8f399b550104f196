package io.portolan.flow.azure;

import io.portolan.flow.UnreadableFlowException;
import java.util.Optional;

/** The two kinds of flow logs, told apart by the field {@code category} of a record. */
enum AzureLog {
    NSG("azure-nsg", "NetworkSecurityGroupFlowEvent", "a network security group"),
    VNET("azure-vnet", "FlowLogFlowEvent", "a virtual network");

    /** The name of the field that tells the kind of a record. */
    static final String CATEGORY = "category";

    private final String format;
    private final String category;
    private final String owner;

    AzureLog(String format, String category, String owner) {
        this.format = format;
        this.category = category;
        this.owner = owner;
    }

    /** The name of the format that reads it. */
    String format() {
        return format;
    }

    /**
     * What a record is instead, if its category is that of no flow log.
     *
     * @throws UnreadableFlowException if it has none, or that of the other kind
     */
    Optional<String> otherThanThis(String found) throws UnreadableFlowException {
        if (found.equalsIgnoreCase(category)) {
            return Optional.empty();
        }
        if (found.isEmpty()) {
            throw new UnreadableFlowException(CATEGORY + " is missing: not a flow log of " + owner + " of Azure");
        }
        for (AzureLog log : values()) {
            if (found.equalsIgnoreCase(log.category)) {
                throw new UnreadableFlowException(CATEGORY + " is " + log.category + ": a flow log of " + log.owner
                        + ", which the format " + log.format + " reads");
            }
        }
        return Optional.of(CATEGORY + ' ' + UnreadableFlowException.shown(found));
    }
}
