package io.portolan.flow;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** IP protocols by their number in IANA's protocol registry. */
public final class Protocols {
    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int DCCP = 33;
    public static final int ICMPV6 = 58;
    public static final int SCTP = 132;
    public static final int UDP_LITE = 136;

    /** IANA's registry "Assigned Internet Protocol Numbers": numbers and keywords. */
    private static final String KEYWORDS = """
            0 HOPOPT; 1 ICMP; 2 IGMP; 3 GGP; 4 IPv4; 5 ST; 6 TCP; 7 CBT; 8 EGP; 9 IGP;
            10 BBN-RCC-MON; 11 NVP-II; 12 PUP; 13 ARGUS; 14 EMCON; 15 XNET; 16 CHAOS; 17 UDP; 18 MUX;
            19 DCN-MEAS; 20 HMP; 21 PRM; 22 XNS-IDP; 23 TRUNK-1; 24 TRUNK-2; 25 LEAF-1; 26 LEAF-2;
            27 RDP; 28 IRTP; 29 ISO-TP4; 30 NETBLT; 31 MFE-NSP; 32 MERIT-INP; 33 DCCP; 34 3PC;
            35 IDPR; 36 XTP; 37 DDP; 38 IDPR-CMTP; 39 TP++; 40 IL; 41 IPv6; 42 SDRP; 43 IPv6-Route;
            44 IPv6-Frag; 45 IDRP; 46 RSVP; 47 GRE; 48 DSR; 49 BNA; 50 ESP; 51 AH; 52 I-NLSP;
            53 SWIPE; 54 NARP; 55 MOBILE; 56 TLSP; 57 SKIP; 58 IPv6-ICMP; 59 IPv6-NoNxt;
            60 IPv6-Opts; 62 CFTP; 64 SAT-EXPAK; 65 KRYPTOLAN; 66 RVD; 67 IPPC; 69 SAT-MON; 70 VISA;
            71 IPCV; 72 CPNX; 73 CPHB; 74 WSN; 75 PVP; 76 BR-SAT-MON; 77 SUN-ND; 78 WB-MON;
            79 WB-EXPAK; 80 ISO-IP; 81 VMTP; 82 SECURE-VMTP; 83 VINES; 84 IPTM; 85 NSFNET-IGP;
            86 DGP; 87 TCF; 88 EIGRP; 89 OSPFIGP; 90 Sprite-RPC; 91 LARP; 92 MTP; 93 AX.25; 94 IPIP;
            95 MICP; 96 SCC-SP; 97 ETHERIP; 98 ENCAP; 100 GMTP; 101 IFMP; 102 PNNI; 103 PIM;
            104 ARIS; 105 SCPS; 106 QNX; 107 A/N; 108 IPComp; 109 SNP; 110 Compaq-Peer;
            111 IPX-in-IP; 112 VRRP; 113 PGM; 115 L2TP; 116 DDX; 117 IATP; 118 STP; 119 SRP; 120 UTI;
            121 SMP; 122 SM; 123 PTP; 124 ISIS; 125 FIRE; 126 CRTP; 127 CRUDP; 128 SSCOPMCE;
            129 IPLT; 130 SPS; 131 PIPE; 132 SCTP; 133 FC; 134 RSVP-E2E-IGNORE; 135 Mobility-Header;
            136 UDPLite; 137 MPLS-in-IP; 138 manet; 139 HIP; 140 Shim6; 141 WESP; 142 ROHC; 143 Ethernet;
            144 AGGFRAG; 145 NSH; 146 Homa; 147 BIT-EMU;
            """;

    /** What other tools call them: /etc/protocols, tcpdump, Wireshark, Suricata, and IANA's table as a whole. */
    private static final String ALIASES = """
            0 ip; 4 ipencap; 4 ip-in-ip; 58 icmpv6; 58 icmp6; 89 ospf; 136 udp-lite; 135 mobility;
            71 IPCU; 84 TTP; 94 OS; 124 IS-IS; 53 SWIPE (deprecated); 95 MICP (deprecated); 122 SM (deprecated);
            124 ISIS over IPv4; 135 Mobility Header; 255 Reserved;
            """;

    private static final Map<String, Integer> NUMBERS = numbers();
    private static final Map<Integer, String> NAMES = names();

    private Protocols() {}

    /** Whether the protocol has ports (RFC 9293, 768, 4340, 9260, 3828); ICMP's type and code are none. */
    public static boolean hasPorts(int protocol) {
        return switch (protocol) {
            case TCP, UDP, DCCP, SCTP, UDP_LITE -> true;
            default -> false;
        };
    }

    /** Whether the protocol is ICMP of either version of IP. */
    public static boolean isIcmp(int protocol) {
        return protocol == ICMP || protocol == ICMPV6;
    }

    /** The number of a keyword, in upper or lower case; empty if it is none. */
    public static OptionalInt ofKeyword(String keyword) {
        Integer number = NUMBERS.get(keyword);
        if (number == null) {
            number = NUMBERS.get(keyword.toLowerCase(Locale.ROOT));
        }
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** IANA's keyword of a number, in lower case, for example {@code ipv6-icmp}; empty if it has none. */
    public static Optional<String> keyword(int protocol) {
        return Optional.ofNullable(NAMES.get(protocol));
    }

    private static Map<Integer, String> names() {
        Map<Integer, String> names = new HashMap<>();
        for (String entry : KEYWORDS.strip().split(";\\s*", 0)) {
            int blank = entry.indexOf(' ');
            names.put(
                    Integer.parseInt(entry.substring(0, blank)),
                    entry.substring(blank + 1).toLowerCase(Locale.ROOT));
        }
        return Map.copyOf(names);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String entry : (KEYWORDS + ALIASES).split(";\\s+", -1)) {
            if (entry.isEmpty()) {
                continue;
            }
            int blank = entry.indexOf(' ');
            int number = Integer.parseInt(entry.substring(0, blank));
            String keyword = entry.substring(blank + 1);
            // As written, in lower and in upper case: most records are found without changing theirs.
            numbers.put(keyword, number);
            numbers.put(keyword.toLowerCase(Locale.ROOT), number);
            numbers.put(keyword.toUpperCase(Locale.ROOT), number);
        }
        return Map.copyOf(numbers);
    }
}
