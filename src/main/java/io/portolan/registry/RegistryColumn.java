package io.portolan.registry;

import java.util.List;

/** Columns of the official CSV that are read, with the names that they have had. */
enum RegistryColumn {
    SERVICE_NAME("Service Name"),
    PORT_NUMBER("Port Number"),
    TRANSPORT_PROTOCOL("Transport Protocol"),
    DESCRIPTION("Description"),
    ASSIGNEE("Assignee"),
    REGISTRATION_DATE("Registration Date"),
    MODIFICATION_DATE("Modification Date"),
    REFERENCE("Reference"),
    UNAUTHORIZED_USE("Unauthorized Use Reported", "Known Unauthorized Uses"),
    ASSIGNMENT_NOTES("Assignment Notes");

    /** Without these nothing can be told of a port; a file without the others says less, which is allowed. */
    static final List<RegistryColumn> REQUIRED = List.of(SERVICE_NAME, PORT_NUMBER, TRANSPORT_PROTOCOL, DESCRIPTION);

    private final String title;
    private final String formerTitle;

    RegistryColumn(String title) {
        this(title, title);
    }

    RegistryColumn(String title, String formerTitle) {
        this.title = title;
        this.formerTitle = formerTitle;
    }

    String title() {
        return title;
    }

    boolean isTitled(String text) {
        return title.equalsIgnoreCase(text.strip()) || formerTitle.equalsIgnoreCase(text.strip());
    }
}
