package io.portolan.flow.ipfix;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How collectors spell the name of an Information Element; found by rule, so that tables need one name only. */
final class ElementNames {
    private static final int REVERSE_ENTERPRISE = 29305;

    private ElementNames() {}

    /**
     * Spellings of an element of IANA's registry: {@code iana:octetDeltaCount} and {@code en0:id1} (ipfixcol2), {@code
     * octet_delta_count} (Filebeat), {@code 1} (nProbe without labels).
     */
    static List<String> of(String element, int id) {
        return List.of("iana:" + element, "en0:id" + id, snakeCase(element), Integer.toString(id));
    }

    /** As {@link #of}, without the number where nProbe means another thing by it. */
    static List<String> withoutNumber(String element, int id) {
        return of(element, id).subList(0, 3);
    }

    /** Spellings of an element for the reverse direction (RFC 5103), whose name is that of the element after "reverse". */
    static List<String> reverse(String element, int id) {
        String forward =
                Character.toLowerCase(element.charAt("reverse".length())) + element.substring("reverse".length() + 1);
        return List.of(
                "iana@reverse:" + forward + "@reverse",
                "iana@reverse:" + forward,
                "en" + REVERSE_ENTERPRISE + ":id" + id,
                snakeCase(element));
    }

    /** The spellings, and the names in lower case, as Logstash writes those of NetFlow v9. */
    static List<String> with(List<String> spellings, String... names) {
        Set<String> all = new LinkedHashSet<>(spellings);
        for (String name : names) {
            all.add(name.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(all);
    }

    /** As Filebeat: {@code sourceIPv4Address} is {@code source_ipv4_address}. */
    static String snakeCase(String element) {
        StringBuilder snake = new StringBuilder();
        for (char c : element.replace("IPv", "Ipv").toCharArray()) {
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
