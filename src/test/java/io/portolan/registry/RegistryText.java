package io.portolan.registry;

import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import java.io.IOException;
import java.io.StringReader;

/** Small registry files, written as in the official CSV: CRLF record ends, all columns. */
final class RegistryText {

    static final String HEADER =
            "Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,"
                    + "Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes";
    static final String FORMER_HEADER = HEADER.replace("Unauthorized Use Reported", "Known Unauthorized Uses");

    private RegistryText() {}

    static String csv(String... rows) {
        return HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    static ParsedRegistry parse(String csv) throws IOException {
        return RegistryCsv.read(new StringReader(csv), Origin.IANA);
    }

    static Registry registry(String... rows) throws IOException {
        return parse(csv(rows)).registry();
    }

    static PortAssignment entry(Registry registry, String key) {
        return registry.find(PortKey.parse(key)).orElseThrow();
    }
}
