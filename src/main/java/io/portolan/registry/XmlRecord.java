package io.portolan.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One {@code <record>} of the official XML, told in the columns of the official CSV. */
final class XmlRecord {

    private final Map<RegistryColumn, String> values = new EnumMap<>(RegistryColumn.class);
    private final List<RegistryColumn> repeated = new ArrayList<>();
    private final StringBuilder persons = new StringBuilder();
    private final StringBuilder references = new StringBuilder();

    private XmlRecord() {}

    /** Reads from the start of a record to its end. */
    static XmlRecord read(XMLStreamReader xml) throws XMLStreamException {
        XmlRecord record = new XmlRecord();
        record.date(RegistryColumn.REGISTRATION_DATE, xml.getAttributeValue(null, "date"));
        record.date(RegistryColumn.MODIFICATION_DATE, xml.getAttributeValue(null, "updated"));
        while (xml.next() != XMLStreamReader.END_ELEMENT) {
            if (xml.isStartElement()) {
                record.child(xml);
            }
        }
        return record;
    }

    private void date(RegistryColumn column, @Nullable String date) {
        if (date != null) {
            values.put(column, date.strip());
        }
    }

    private void child(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "name" -> once(RegistryColumn.SERVICE_NAME, xml);
            case "number" -> once(RegistryColumn.PORT_NUMBER, xml);
            case "protocol" -> once(RegistryColumn.TRANSPORT_PROTOCOL, xml);
            case "description" -> more(RegistryColumn.DESCRIPTION, xml);
            case "assignee" -> more(RegistryColumn.ASSIGNEE, xml);
            case "unauthorized" -> more(RegistryColumn.UNAUTHORIZED_USE, xml);
            case "note" -> more(RegistryColumn.ASSIGNMENT_NOTES, xml);
            case "xref" -> (XmlText.isPerson(xml) ? persons : references).append(XmlText.reference(xml));
            default -> XmlText.skip(xml);
        }
    }

    /** A second one would be another port or name: which of them is meant, nobody can say. */
    private void once(RegistryColumn column, XMLStreamReader xml) throws XMLStreamException {
        if (values.put(column, XmlText.of(xml)) != null) {
            repeated.add(column);
        }
    }

    private void more(RegistryColumn column, XMLStreamReader xml) throws XMLStreamException {
        values.merge(column, XmlText.of(xml), (earlier, later) -> (earlier + "\n" + later).strip());
    }

    /** @throws IllegalArgumentException if an element that there can be one of is there twice; names its column */
    RegistryRow row() {
        if (!repeated.isEmpty()) {
            throw new IllegalArgumentException(
                    "more than one " + repeated.get(0).title());
        }
        return new RegistryRow(
                value(RegistryColumn.SERVICE_NAME),
                value(RegistryColumn.PORT_NUMBER),
                value(RegistryColumn.TRANSPORT_PROTOCOL),
                value(RegistryColumn.DESCRIPTION),
                assignee(),
                value(RegistryColumn.REGISTRATION_DATE),
                value(RegistryColumn.MODIFICATION_DATE),
                references.toString(),
                value(RegistryColumn.UNAUTHORIZED_USE),
                value(RegistryColumn.ASSIGNMENT_NOTES));
    }

    /**
     * Where no assignee is named, the contacts are the assignees: the official CSV has them in both columns. It has nothing
     * between several of them.
     */
    private String assignee() {
        String named = value(RegistryColumn.ASSIGNEE);
        return named.isEmpty() ? persons.toString() : named.replaceAll("]\\s+\\[", "][");
    }

    private String value(RegistryColumn column) {
        return values.getOrDefault(column, "");
    }

    /** How a message shows it: as its row of the CSV begins. */
    String text() {
        return String.join(
                ",",
                RegistryColumn.REQUIRED.stream()
                        .map(this::value)
                        .map(value -> value.replaceAll("\\s+", " "))
                        .toList());
    }
}
