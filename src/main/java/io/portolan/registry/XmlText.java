package io.portolan.registry;

import java.util.Locale;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of XML elements as the official CSV writes it: references in square brackets, line breaks as line ends. */
final class XmlText {

    private final StringBuilder text = new StringBuilder();
    private boolean broken;

    private XmlText() {}

    /** Text of the element that begins here, without surrounding white space; reads to its end. */
    static String of(XMLStreamReader xml) throws XMLStreamException {
        return new XmlText().read(xml, true);
    }

    /** Whether the reference that begins here names somebody, and not something. */
    static boolean isPerson(XMLStreamReader xml) {
        return "person".equals(xml.getAttributeValue(null, "type"));
    }

    /**
     * The reference that begins here, such as {@code [RFC6335]}; reads to its end. Text inside it says more than what it
     * points to: {@code [RFC8765, Section 6.1]}.
     */
    static String reference(XMLStreamReader xml) throws XMLStreamException {
        String type = attribute(xml, "type");
        String data = attribute(xml, "data");
        String section = attribute(xml, "section");
        String shown = new XmlText().read(xml, false);
        if (shown.isEmpty()) {
            shown = type.equals("rfc") ? data.toUpperCase(Locale.ROOT) : data;
            shown += section.isEmpty() ? "" : ", Section " + section;
        }
        return "[" + shown + "]";
    }

    /** Reads to the end of the element that begins here. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        String unused = new XmlText().read(xml, false);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "").strip();
    }

    /** References inside of references are text like any other, so that no file can make this recurse. */
    private String read(XMLStreamReader xml, boolean references) throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = xml.next();
            if (xml.isCharacters()) {
                append(xml.getText());
            } else if (event == XMLStreamReader.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamReader.START_ELEMENT && references && isNamed(xml, "xref")) {
                append(reference(xml));
            } else if (event == XMLStreamReader.START_ELEMENT) {
                broken |= isNamed(xml, "br");
                open++;
            }
        }
        return text.toString().strip();
    }

    private static boolean isNamed(XMLStreamReader xml, String name) {
        return xml.getLocalName().equals(name);
    }

    /** Breaks in a row are one line end, and none where the text itself goes on with one. */
    private void append(String more) {
        if (broken && !more.startsWith("\n")) {
            text.append('\n');
        }
        broken = false;
        text.append(more);
    }
}
