package io.portolan.app.label;

import io.portolan.app.json.AvroJson;
import io.portolan.app.terminal.Printable;
import io.portolan.flow.Protocols;
import java.util.Locale;
import org.apache.avro.generic.GenericRecord;

/** The columns of the table, with widths that hold what is usual and cut what is not. */
enum TableColumn {
    START(19),
    SOURCE(22),
    DESTINATION(22),
    PROTO(5),
    SRC_SERVICE(15),
    DST_SERVICE(15),
    SERVER(6),
    BASIS(14),
    VERDICT(11);

    private static final String NONE = "-";
    private static final String CUT = "..";

    private final int width;

    TableColumn(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    /** What stands above the column. */
    String title() {
        return name().replace('_', ' ');
    }

    /** The cell of a flow, no wider than the column. */
    String of(GenericRecord flow) {
        String text = Printable.text(cell(flow));
        return text.length() <= width ? text : text.substring(0, width - CUT.length()) + CUT;
    }

    private String cell(GenericRecord flow) {
        return switch (this) {
            case START -> start(flow);
            case SOURCE -> endpoint(flow, "src");
            case DESTINATION -> endpoint(flow, "dst");
            case PROTO -> protocol(flow);
            case SRC_SERVICE -> service(flow, "src");
            case DST_SERVICE -> service(flow, "dst");
            case SERVER -> server(flow);
            case BASIS -> basis(flow);
            case VERDICT -> word(flow, "verdict");
        };
    }

    private static String start(GenericRecord flow) {
        return AvroJson.time((Long) flow.get("start_time")).substring(0, 19).replace('T', ' ');
    }

    /** An IPv6 address that is too long is cut in the middle: its network and its port say most. */
    private static String endpoint(GenericRecord flow, String side) {
        String address = flow.get(side + "_address").toString();
        boolean ported = Protocols.hasPorts((Integer) flow.get("protocol"));
        String port = ported ? ":" + flow.get(side + "_port") : "";
        if (address.indexOf(':') < 0) {
            return address + port;
        }
        int room = SOURCE.width - port.length() - 2;
        if (address.length() > room) {
            int tail = 4;
            address =
                    address.substring(0, room - CUT.length() - tail) + CUT + address.substring(address.length() - tail);
        }
        return "[" + address + "]" + port;
    }

    private static String protocol(GenericRecord flow) {
        int number = (Integer) flow.get("protocol");
        return switch (number) {
            case Protocols.TCP -> "tcp";
            case Protocols.UDP -> "udp";
            case Protocols.SCTP -> "sctp";
            case Protocols.DCCP -> "dccp";
            case Protocols.UDP_LITE -> "udp-l";
            case Protocols.ICMP -> "icmp";
            case Protocols.ICMPV6 -> "icmp6";
            default -> Integer.toString(number);
        };
    }

    private static String service(GenericRecord flow, String side) {
        Object service = ((GenericRecord) flow.get(side)).get("service");
        return service == null ? NONE : service.toString();
    }

    private static String server(GenericRecord flow) {
        return switch (flow.get("server").toString()) {
            case "SOURCE" -> "src";
            case "DESTINATION" -> "dst";
            default -> "?";
        };
    }

    private static String basis(GenericRecord flow) {
        String basis = word(flow, "role_basis");
        return basis.equals(NONE) ? NONE : basis + " " + flow.get("role_confidence") + "%";
    }

    private static String word(GenericRecord flow, String field) {
        String symbol = flow.get(field).toString();
        return symbol.equals("NONE") ? NONE : symbol.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
