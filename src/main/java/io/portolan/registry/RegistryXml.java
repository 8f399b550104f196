package io.portolan.registry;

import io.portolan.schema.Origin;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a port registry from the official XML ({@code service-names-port-numbers.xml}), to the same rows as the official CSV
 * has. A record that cannot be read is reported and skipped; XML that is broken has no next record to go on with.
 */
final class RegistryXml {

    /** What IANA calls this registry among all of its own, which have the same root element. */
    private static final String ID = "service-names-port-numbers";

    /** A name of the JDK's; what is nested deeper is no registry but an attempt on the memory of whoever reads it. */
    private static final String MAX_DEPTH = "jdk.xml.maxElementDepth";

    private static final int DEPTH = 32;

    private final XMLStreamReader xml;
    private final RegistryBuilder registry;
    private boolean isInside;

    private RegistryXml(XMLStreamReader xml, RegistryBuilder registry) {
        this.xml = xml;
        this.registry = registry;
    }

    /** As {@link RegistryReader#read}, of XML in the encoding that it declares. */
    static ParsedRegistry read(InputStream in, Origin origin) throws NotARegistryException {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            return new RegistryXml(xml, new RegistryBuilder(origin)).parse();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new NotARegistryException(
                    "broken XML at line " + line + ": " + reason(e) + "; get it again, it may be cut off");
        }
    }

    /** The JDK's own parser, whatever is on the class path. A registry needs no DTD, and none may fetch or expand anything. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(MAX_DEPTH, DEPTH);
        return factory;
    }

    private ParsedRegistry parse() throws XMLStreamException, NotARegistryException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw no("it has a DOCTYPE, which no registry of IANA's has");
            } else if (event == XMLStreamConstants.START_ELEMENT && !isInside) {
                checkRoot();
                isInside = true;
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("record")) {
                addRecord();
            }
        }
        return registry.parsed();
    }

    private void checkRoot() throws NotARegistryException {
        String id = xml.getAttributeValue(null, "id");
        if (!xml.getLocalName().equals("registry")) {
            throw no("its root element is <" + xml.getLocalName() + ">");
        }
        if (!ID.equals(id)) {
            throw no("it is " + (id == null ? "a registry without an id" : "the registry \"" + id + "\""));
        }
    }

    private void addRecord() throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        XmlRecord record = XmlRecord.read(xml);
        try {
            registry.add(record.row());
        } catch (IllegalArgumentException e) {
            registry.skip(new MalformedRow(line, record.text(), String.valueOf(e.getMessage())));
        }
    }

    private NotARegistryException no(String reason) {
        return new NotARegistryException("not a port registry: " + reason + " (line "
                + xml.getLocation().getLineNumber() + "); expected IANA's " + ID + ".xml");
    }

    /** The parser puts the place in front, on a line of its own. */
    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf("Message: ");
        return start < 0 ? message : message.substring(start + "Message: ".length());
    }
}
