package io.portolan.chaos;

/** How much the suite does: little in every build, and as much as the profile {@code chaos} says, or a property of this name. */
enum Size {
    /** Kills of a scenario. */
    KILLS("chaos.kills", 2),
    /** Records that are damaged, over all formats. */
    MUTATIONS("chaos.mutations", 6_500),
    /** Distinct servers on a watched port. */
    SERVERS("chaos.servers", 20_000),
    /** Length of the soak. */
    SOAK_SECONDS("chaos.soak.seconds", 20),
    /** Records a second during the soak. */
    SOAK_RATE("chaos.soak.rate", 2_000),
    /** Where random moments and values begin. */
    SEED("chaos.seed", 1_274);

    /** The property that the profile sets. */
    static final String WHOLE = "chaos.results";

    private final String property;
    private final int shortForm;

    Size(String property, int shortForm) {
        this.property = property;
        this.shortForm = shortForm;
    }

    int value() {
        return Integer.getInteger(property, shortForm);
    }

    /** Whether the suite runs as its own, rather than as a part of a build. */
    static boolean isWhole() {
        return System.getProperty(WHOLE) != null;
    }
}
