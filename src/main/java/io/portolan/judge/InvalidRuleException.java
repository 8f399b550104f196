package io.portolan.judge;

import java.util.List;

/** Rules or filters that cannot be used. The message names the first fault: file, line where it is known, and cause. */
public final class InvalidRuleException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Strings of an immutable list, so it can be serialized. */
    private final List<String> faults;

    /**
     * @param faults all that is wrong, one or more
     */
    InvalidRuleException(List<String> faults) {
        super(faults.get(0) + more(faults.size() - 1));
        this.faults = List.copyOf(faults);
    }

    InvalidRuleException(String fault) {
        this(List.of(fault));
    }

    /** All that is wrong, a line each. */
    public List<String> faults() {
        return faults;
    }

    private static String more(int count) {
        return count == 0 ? "" : " (and " + count + (count == 1 ? " more fault)" : " more faults)");
    }
}
