package io.portolan.flow.suricata;

import io.portolan.flow.Reading;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.SourceRecord;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The events that are no flows. They are counted by their type, so that the types have to be known ones. */
final class SuricataEvents {
    /** Source: the index of EVE's fields in Suricata's user guide, and what older versions call them. */
    private static final String TYPES = """
            alert anomaly arp bittorrent_dht dcerpc dhcp dnp3 dns doh2 drop email engine enip fileinfo frame ftp
            ftp_data http http2 ike ikev2 krb5 ldap lua mdns metadata modbus mqtt nfs packetinfo pgsql pop3 quic
            rdp rfb rpc sip smb smtp snmp ssh stats stream template tftp tls websocket
            """;

    private static final Map<String, Reading.NotAFlow> OTHERS = Arrays.stream(TYPES.split("\\s+"))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), type -> new Reading.NotAFlow("event " + type)));

    private static final Reading.NotAFlow UNKNOWN = new Reading.NotAFlow("event of another type");

    private SuricataEvents() {}

    /**
     * What an event is that is neither of the flow log nor of the netflow log.
     *
     * @throws UnreadableFlowException if it is no event of Suricata
     */
    static Reading.NotAFlow other(SourceRecord event) throws UnreadableFlowException {
        String type = event.text(SuricataEveFormat.EVENT_TYPE);
        if (type.isEmpty()) {
            throw new UnreadableFlowException("event_type is missing: not an event of Suricata");
        }
        if (!event.has(SuricataEveFormat.TIMESTAMP)) {
            throw UnreadableFlowException.field("event_type", type, "without a timestamp: not an event of Suricata");
        }
        return OTHERS.getOrDefault(type, UNKNOWN);
    }
}
