package io.portolan.flow.ipfix;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.json.JsonFormat;
import java.util.List;
import java.util.Set;

/** The format {@code ipfix-json}. */
public final class IpfixJsonFormat {
    static final String NAME = "ipfix-json";

    private IpfixJsonFormat() {}

    /** JSON objects whose names are those of IPFIX or NetFlow v9, flat or within an object. */
    public static FlowFormat format() {
        return JsonFormat.of(
                NAME,
                "JSON with the names of IPFIX or NetFlow v9: nProbe, ipfixcol2, yaf, Logstash, Filebeat",
                IpfixElements.TABLE,
                IpfixFlow::new,
                Recognition.ofJson(List.of(
                        Set.of("sourceIPv4Address", "destinationIPv4Address"),
                        Set.of("sourceIPv6Address", "destinationIPv6Address"),
                        Set.of("flows.sourceIPv4Address"),
                        Set.of("flows.sourceIPv6Address"),
                        Set.of("netflow.sourceIPv4Address"),
                        Set.of("netflow.sourceIPv6Address"),
                        Set.of("netflow.source_ipv4_address"),
                        Set.of("netflow.source_ipv6_address"),
                        Set.of("netflow.ipv4_src_addr"),
                        Set.of("netflow.ipv6_src_addr"),
                        Set.of("IPV4_SRC_ADDR", "IPV4_DST_ADDR"),
                        Set.of("IPV6_SRC_ADDR", "IPV6_DST_ADDR"),
                        Set.of("@type", "iana:protocolIdentifier"),
                        Set.of("@type", "ipfix:templateId"),
                        Set.of("@type", "en0:id4"),
                        Set.of("4", "8", "12"),
                        Set.of("4", "27", "28"))));
    }
}
