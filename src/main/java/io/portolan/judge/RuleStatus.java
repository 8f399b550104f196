package io.portolan.judge;

import java.util.Locale;

/** How far a rule is proven, as Sigma names it. */
public enum RuleStatus {
    STABLE,
    TEST,
    EXPERIMENTAL,
    DEPRECATED,
    UNSUPPORTED;

    /** In lower case, as it stands in a rule. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
