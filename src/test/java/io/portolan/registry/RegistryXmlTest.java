package io.portolan.registry;

import static io.portolan.registry.RegistryText.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.portolan.schema.Origin;
import io.portolan.schema.PortStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryXmlTest {

    private static final String ROOT =
            "<registry xmlns=\"http://www.iana.org/assignments\" id=\"service-names-port-numbers\">\n";
    private static final String ECHO = "<record><name>echo</name><protocol>tcp</protocol><number>7</number></record>\n";

    @Test
    void theXmlIsTheSameRegistryAsTheCsv() throws IOException {
        ParsedRegistry csv = read(resource("official.csv"));
        ParsedRegistry xml = read(resource("official.xml"));

        assertThat(xml.registry().entries()).isEqualTo(csv.registry().entries()).hasSize(82);
        assertThat(xml.registry().version()).isEqualTo(csv.registry().version()).isEqualTo("2025-10-11");
        assertThat(xml.servicesWithoutPort())
                .isEqualTo(csv.servicesWithoutPort())
                .isEqualTo(2);
        assertThat(xml.malformed()).isEqualTo(csv.malformed()).isEmpty();
        assertThat(RegistryDiff.between(csv.registry(), xml.registry()).isEmpty())
                .isTrue();
    }

    @Test
    void aLineBreakInTheTextIsALineEnd() throws IOException {
        Registry registry = read(ROOT + "<record><number>9</number><description>one<br/>two<br/> three</description>"
                        + "</record></registry>")
                .registry();

        assertThat(entry(registry, "tcp/9").getDescription()).isEqualTo("one\ntwo\n three");
    }

    @Test
    void aRecordThatCannotBeReadIsToldWithItsLineAndTheRestLoads() throws IOException {
        ParsedRegistry parsed = read(ROOT
                + "<record><name>far</name><protocol>tcp</protocol><number>70000</number>"
                + "<description>Beyond\n   all</description></record>\n"
                + ECHO
                + "<record><name>quick</name><protocol>quic</protocol><number>9</number></record>\n"
                + "<record><description>Nothing</description></record>\n"
                + "<record><name>two</name><number>1</number><number>2</number></record></registry>");

        assertThat(parsed.registry().entries().keySet()).containsExactly(PortKey.parse("tcp/7"));
        assertThat(parsed.malformed())
                .containsExactly(
                        new MalformedRow(2, "far,70000,tcp,Beyond all", "port 70000 is outside 0-65535"),
                        new MalformedRow(
                                5, "quick,9,quic,", "unknown transport \"quic\": expected tcp, udp, sctp or dccp"),
                        new MalformedRow(6, ",,,Nothing", "neither a service name nor a port number"),
                        new MalformedRow(7, "two,2,,", "more than one Port Number"));
    }

    @Test
    void brokenXmlIsToldWithItsLine() {
        assertThatExceptionOfType(NotARegistryException.class)
                .isThrownBy(() -> read(ROOT + ECHO + "<record><name>cut</rec"))
                .withMessageStartingWith("broken XML at line 3: ")
                .withMessageEndingWith("; get it again, it may be cut off");
    }

    @Test
    void xmlThatEndsBetweenTwoRecordsIsCutOff() {
        assertThatExceptionOfType(NotARegistryException.class)
                .isThrownBy(() -> read(ROOT + ECHO))
                .withMessageStartingWith("broken XML at line 3: ");
    }

    @Test
    void anotherRootElementIsNoRegistry() {
        assertThatExceptionOfType(NotARegistryException.class)
                .isThrownBy(() -> read("\n<html><body/></html>"))
                .withMessage("not a port registry: its root element is <html> (line 2);"
                        + " expected IANA's service-names-port-numbers.xml");
    }

    @Test
    void anotherRegistryOfIanaIsNamed() {
        assertThatExceptionOfType(NotARegistryException.class)
                .isThrownBy(() -> read("<registry id=\"protocol-numbers\"/>"))
                .withMessageStartingWith("not a port registry: it is the registry \"protocol-numbers\" (line 1);");
    }

    @Test
    void anEntityNeitherReadsAFileNorAsksAServer(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/registry.dtd";
        try {
            for (String doctype : List.of(
                    "<!DOCTYPE registry [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                    "<!DOCTYPE registry [<!ENTITY % e SYSTEM \"" + address + "\"> %e;]>",
                    "<!DOCTYPE registry SYSTEM \"" + address + "\">")) {
                assertThatExceptionOfType(NotARegistryException.class)
                        .isThrownBy(() -> read(doctype + ROOT + "<record><name>&e;</name></record></registry>"))
                        .withMessageStartingWith("not a port registry: it has a DOCTYPE")
                        .withMessageNotContaining("hunter2");
            }
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void anEntityThatNobodyDeclaredIsBrokenXml() {
        assertThatExceptionOfType(NotARegistryException.class)
                .isThrownBy(() -> read(ROOT + "<record><name>&e;</name><number>1</number></record></registry>"))
                .withMessageStartingWith("broken XML at line 2: ");
    }

    @Test
    void elementsNestedBeyondMeasureAreRefused() {
        String deep = "<a>".repeat(100_000);

        assertThatExceptionOfType(NotARegistryException.class)
                .isThrownBy(() -> read(ROOT + deep))
                .withMessageStartingWith("broken XML at line 2: ");
        assertThatExceptionOfType(NotARegistryException.class)
                .isThrownBy(() -> read(ROOT + "<record><description>" + "<xref>".repeat(100_000)))
                .withMessageStartingWith("broken XML at line 2: ");
    }

    @Test
    void theEncodingIsTheOneThatItDeclares() throws IOException {
        String xml = "<?xml version='1.0' encoding='ISO-8859-1'?>" + ROOT
                + "<record><name>föhn</name><number>7</number></record></registry>";

        ParsedRegistry parsed = read(xml, StandardCharsets.ISO_8859_1);

        assertThat(entry(parsed.registry(), "tcp/7").getNames()).containsExactly("föhn");
    }

    @Test
    void aByteOrderMarkIsTolerated() throws IOException {
        ParsedRegistry parsed = read("\uFEFF" + ROOT + ECHO + "</registry>");

        assertThat(entry(parsed.registry(), "tcp/7").getStatus()).isEqualTo(PortStatus.ASSIGNED);
    }

    private static String resource(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/registry", name));
    }

    private static ParsedRegistry read(String text) throws IOException {
        return read(text, StandardCharsets.UTF_8);
    }

    private static ParsedRegistry read(String text, Charset charset) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(charset));
        return RegistryReader.read(in, Origin.IANA);
    }
}
