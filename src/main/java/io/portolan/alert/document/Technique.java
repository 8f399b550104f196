package io.portolan.alert.document;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A technique or sub-technique of MITRE ATT&CK.
 *
 * @param id for example T1571, or T1090.003 for a sub-technique
 */
public record Technique(String id) {
    private static final Pattern ID = Pattern.compile("T\\d{4}(\\.\\d{3})?");

    /** What rules about ports name. Names and tactics: attack.mitre.org/techniques/enterprise. */
    private static final Map<String, Known> KNOWN = Map.of(
            "T1021", new Known("Remote Services", Tactic.LATERAL_MOVEMENT),
            "T1046", new Known("Network Service Discovery", Tactic.DISCOVERY),
            "T1071", new Known("Application Layer Protocol", Tactic.COMMAND_AND_CONTROL),
            "T1090", new Known("Proxy", Tactic.COMMAND_AND_CONTROL),
            "T1095", new Known("Non-Application Layer Protocol", Tactic.COMMAND_AND_CONTROL),
            "T1105", new Known("Ingress Tool Transfer", Tactic.COMMAND_AND_CONTROL),
            "T1571", new Known("Non-Standard Port", Tactic.COMMAND_AND_CONTROL),
            "T1572", new Known("Protocol Tunneling", Tactic.COMMAND_AND_CONTROL),
            "T1573", new Known("Encrypted Channel", Tactic.COMMAND_AND_CONTROL),
            "T1595", new Known("Active Scanning", Tactic.RECONNAISSANCE));

    private record Known(String name, Tactic tactic) {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether this is a sub-technique. */
    public boolean isSub() {
        return id.indexOf('.') >= 0;
    }

    /** The technique that a sub-technique belongs to, otherwise this. */
    public Technique parent() {
        return isSub() ? new Technique(id.substring(0, id.indexOf('.'))) : this;
    }

    /** Its name, if this table has it; it has none of a sub-technique. */
    public Optional<String> name() {
        return Optional.ofNullable(KNOWN.get(id)).map(Known::name);
    }

    /** The tactic that it serves, if this table has it. */
    public Optional<Tactic> tactic() {
        return Optional.ofNullable(KNOWN.get(parent().id)).map(Known::tactic);
    }

    /** Its page. */
    public String url() {
        return "https://attack.mitre.org/techniques/" + id.replace('.', '/') + "/";
    }
}
