package io.portolan.alert.ocsf;

import io.portolan.alert.document.Conversation;
import io.portolan.alert.document.Json;
import io.portolan.alert.document.Party;
import io.portolan.schema.PortAlert;
import io.portolan.schema.StoryKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who spoke with whom, as one of the {@code evidences} of a finding.
 *
 * @param conversation from the client to the server
 * @param complete whether both ports are known; of the further ones of a story only addresses are kept
 */
record Evidence(Conversation conversation, boolean complete) {

    /** The conversation that the alert tells of, then the further clients of the server or targets of the scanner. */
    static List<Evidence> of(PortAlert alert) {
        Conversation told = Conversation.of(alert);
        List<Evidence> evidences = new ArrayList<>();
        evidences.add(new Evidence(told, true));
        if (alert.getStory() == StoryKind.SCAN) {
            others(alert.getTargetAddresses(), told.destination())
                    .forEach(target -> evidences.add(
                            further(told, party(told.source().address(), null), party(target, alert.getPort()))));
        } else {
            others(alert.getClients(), told.source())
                    .forEach(client -> evidences.add(further(
                            told, party(client, null), party(told.destination().address(), alert.getPort()))));
        }
        return evidences;
    }

    private static List<String> others(List<String> addresses, Party told) {
        return addresses.stream()
                .filter(address -> !address.equals(told.address()))
                .distinct()
                .toList();
    }

    private static Evidence further(Conversation told, Party source, Party destination) {
        return new Evidence(new Conversation(told.protocol(), source, destination), false);
    }

    private static Party party(String address, @Nullable Integer port) {
        return new Party(address, port, null, null);
    }

    void write(Json json) {
        OcsfNetwork.endpoint(json, "src_endpoint", conversation.source());
        OcsfNetwork.endpoint(json, "dst_endpoint", conversation.destination());
        if (complete) {
            OcsfNetwork.connection(json, conversation, null);
        }
    }
}
