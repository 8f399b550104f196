package io.portolan.alert.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A tactic of MITRE ATT&CK for Enterprise that a rule about ports may name. Ids and names: attack.mitre.org/tactics/enterprise.
 */
public enum Tactic {
    RECONNAISSANCE("TA0043", "Reconnaissance"),
    INITIAL_ACCESS("TA0001", "Initial Access"),
    PERSISTENCE("TA0003", "Persistence"),
    DISCOVERY("TA0007", "Discovery"),
    LATERAL_MOVEMENT("TA0008", "Lateral Movement"),
    COMMAND_AND_CONTROL("TA0011", "Command and Control"),
    EXFILTRATION("TA0010", "Exfiltration"),
    IMPACT("TA0040", "Impact");

    private final String id;
    private final String title;

    Tactic(String id, String title) {
        this.id = id;
        this.title = title;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** Its page. */
    public String url() {
        return "https://attack.mitre.org/tactics/" + id + "/";
    }

    /** The tactic of a Sigma tag without its namespace, for example {@code command-and-control}; older rules write underscores. */
    static Optional<Tactic> ofTag(String tag) {
        String name = tag.replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(tactic -> tactic.name().equals(name))
                .findFirst();
    }
}
