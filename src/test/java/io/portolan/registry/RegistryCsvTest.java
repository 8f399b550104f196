package io.portolan.registry;

import static io.portolan.registry.RegistryText.csv;
import static io.portolan.registry.RegistryText.entry;
import static io.portolan.registry.RegistryText.parse;
import static io.portolan.registry.RegistryText.registry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.portolan.schema.Documentation;
import io.portolan.schema.Origin;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

class RegistryCsvTest {

    @Test
    void aFullRowBecomesAnEntry() throws IOException {
        Registry registry =
                registry("pilot,7001,tcp,Harbour pilot,[Ann_Example],[Ann_Example],2019-03,2021-05-06,[RFC9999],,"
                        + "Known on port 7001,Defined TXT keys: None");

        assertThat(entry(registry, "tcp/7001"))
                .isEqualTo(PortAssignment.newBuilder()
                        .setTransport("tcp")
                        .setPort(7001)
                        .setStatus(PortStatus.ASSIGNED)
                        .setNames(List.of("pilot"))
                        .setDescription("Harbour pilot")
                        .setAssignee("[Ann_Example]")
                        .setRegistered("2019-03")
                        .setModified("2021-05-06")
                        .setReference("[RFC9999]")
                        .setUnauthorizedUse("Known on port 7001")
                        .setNotes("Defined TXT keys: None")
                        .setDocumentation(Documentation.REFERENCED)
                        .setOrigin(Origin.IANA)
                        .setVersion("2021-05-06")
                        .build());
    }

    @Test
    void theFormerHeaderIsReadToo() throws IOException {
        ParsedRegistry parsed =
                parse(RegistryText.FORMER_HEADER + "\r\npilot,7001,tcp,Harbour pilot,,,,,,,Known on port 7001,\r\n");

        assertThat(entry(parsed.registry(), "tcp/7001").getUnauthorizedUse()).isEqualTo("Known on port 7001");
    }

    @Test
    void columnsAreFoundByNameInAnyOrder() throws IOException {
        ParsedRegistry parsed = parse(
                "transport protocol,Description,Something New, Port Number ,Service Name\r\nudp,Tide table,x,7002,tide\r\n");

        assertThat(entry(parsed.registry(), "udp/7002").getNames()).containsExactly("tide");
        assertThat(entry(parsed.registry(), "udp/7002").getDescription()).isEqualTo("Tide table");
    }

    @Test
    void aByteOrderMarkIsTolerated() throws IOException {
        byte[] bytes = ("\uFEFF" + csv("tide,7002,udp,,,,,,,,,")).getBytes(StandardCharsets.UTF_8);

        ParsedRegistry parsed = RegistryCsv.read(new ByteArrayInputStream(bytes), Origin.SITE);

        assertThat(entry(parsed.registry(), "udp/7002").getOrigin()).isEqualTo(Origin.SITE);
    }

    @Test
    void aQuotedFieldMayHoldCommasQuotesAndLineFeeds() throws IOException {
        ParsedRegistry parsed = parse(csv(
                "tide,7002,udp,\"Tide, \"\"high\"\"\n      and low\",,,,,,,,\"Defined TXT keys:\n  a\r\n\r\n  b\"",
                "pilot,7001,tcp,,,,,,,,,"));

        assertThat(entry(parsed.registry(), "udp/7002").getDescription()).isEqualTo("Tide, \"high\"\n      and low");
        assertThat(entry(parsed.registry(), "udp/7002").getNotes()).isEqualTo("Defined TXT keys:\n  a\r\n\r\n  b");
        assertThat(entry(parsed.registry(), "tcp/7001").getNames()).containsExactly("pilot");
        assertThat(parsed.malformed()).isEmpty();
    }

    @Test
    void mojibakeIsLeftAsItIs() throws IOException {
        Registry registry = registry("tide,7002,udp,Tide â€œtableâ€\u009d,[JÃ¶rg_Example],,,,,,,");

        assertThat(entry(registry, "udp/7002").getDescription()).isEqualTo("Tide â€œtableâ€\u009d");
        assertThat(entry(registry, "udp/7002").getAssignee()).isEqualTo("[JÃ¶rg_Example]");
    }

    @Test
    void aRangeIsAnEntryForEachPort() throws IOException {
        Registry registry = registry("x11,6000-6063,tcp,X Window System,,,,,,,,");

        assertThat(registry.entries()).hasSize(64);
        assertThat(entry(registry, "tcp/6000").getNames()).containsExactly("x11");
        assertThat(entry(registry, "tcp/6063").getPort()).isEqualTo(6063);
        assertThat(registry.find(PortKey.parse("tcp/6064"))).isEmpty();
        assertThat(registry.find(PortKey.parse("udp/6000"))).isEmpty();
    }

    @Test
    void aRowWithoutTransportCountsForTcpAndUdp() throws IOException {
        Registry registry = registry("flag,27000-27001,,Flag signals,,,,,,,,");

        assertThat(registry.entries().keySet())
                .map(PortKey::toString)
                .containsExactly("tcp/27000", "tcp/27001", "udp/27000", "udp/27001");
    }

    @Test
    void aServiceWithoutPortIsCountedAndNotMalformed() throws IOException {
        ParsedRegistry parsed =
                parse(csv("buoy,,,Buoy,,,,,,,,", "buoy,,tcp,Buoy,,,2020-01-02,,,,,", "tide,7002,udp,,,,,,,,,"));

        assertThat(parsed.servicesWithoutPort()).isEqualTo(2);
        assertThat(parsed.malformed()).isEmpty();
        assertThat(parsed.registry().entries()).hasSize(1);
        assertThat(parsed.registry().version()).isEqualTo("2020-01-02");
    }

    @Test
    void namesOfAPortStayInTheOrderOfTheFileEachOnce() throws IOException {
        Registry registry = registry(
                "http,80,tcp,World Wide Web HTTP,,,,,,,,",
                "http,80,udp,World Wide Web HTTP,,,,,,,,",
                "www,80,tcp,Duplicate,,,,,[RFC9999],,,",
                "HTTP,80,tcp,Again,,,,,,,,",
                "www-http,80,tcp,Duplicate,,,,,,,,");

        PortAssignment http = entry(registry, "tcp/80");
        assertThat(http.getNames()).containsExactly("http", "www", "www-http");
        assertThat(http.getDescription()).isEqualTo("World Wide Web HTTP");
        assertThat(http.getReference()).isNull();
        assertThat(entry(registry, "udp/80").getNames()).containsExactly("http");
    }

    @Test
    void theForgottenPortIsAssignedAndBare() throws IOException {
        Registry registry = registry(
                "t1distproc,1274,tcp,t1distproc,[Julian_Biddle],[Julian_Biddle],,,,,,",
                "t1distproc,1274,udp,t1distproc,[Julian_Biddle],[Julian_Biddle],,,,,,");

        for (String key : new String[] {"tcp/1274", "udp/1274"}) {
            assertThat(entry(registry, key).getStatus()).isEqualTo(PortStatus.ASSIGNED);
            assertThat(entry(registry, key).getNames()).containsExactly("t1distproc");
            assertThat(entry(registry, key).getDocumentation()).isEqualTo(Documentation.BARE);
        }
    }

    @Test
    void aFileWithoutTheColumnsIsNoRegistryAndTheyAreNamed() {
        assertThatExceptionOfType(NotARegistryException.class)
                .isThrownBy(() -> parse("Service Name,Port,Description\r\nhttp,80,x\r\n"))
                .withMessage("not a port registry: its first line has no column named Port Number, Transport Protocol;"
                        + " expected the CSV or XML form of the IANA registry");
    }

    @Test
    void anEmptyFileIsNoRegistry() {
        assertThatExceptionOfType(NotARegistryException.class)
                .isThrownBy(() -> parse(""))
                .withMessageContaining("Service Name, Port Number, Transport Protocol, Description");
    }

    @Test
    void aHeaderAloneIsAnEmptyRegistryWithoutVersion() throws IOException {
        ParsedRegistry parsed = parse(RegistryText.HEADER);

        assertThat(parsed.registry().entries()).isEmpty();
        assertThat(parsed.registry().version()).isEmpty();
        assertThat(parsed.malformed()).isEmpty();
    }

    @Test
    void theVersionIsTheNewestDateAndAMonthIsItsFirstDay() throws IOException {
        assertThat(registry("a,1,tcp,,,,2020-02,2020-01-31,,,,", "b,2,tcp,,,,soon,2019-13-01,,,,")
                        .version())
                .isEqualTo("2020-02-01");
        assertThat(registry("a,1,tcp,,,,2020-02,2020-02-02,,,,").version()).isEqualTo("2020-02-02");
    }

    @Test
    @DefaultLocale("tr-TR")
    void theResultDoesNotDependOnTheLocale() throws IOException {
        Registry registry = parse(
                        "SERVICE NAME,PORT NUMBER,TRANSPORT PROTOCOL,DESCRIPTION\r\nLIGHT,7003,TCP,light\r\n,7004,udp,UNASSIGNED\r\n")
                .registry();

        assertThat(registry.named("light")).hasSize(1);
        assertThat(entry(registry, "tcp/7003").getDocumentation()).isEqualTo(Documentation.BARE);
        assertThat(entry(registry, "udp/7004").getStatus()).isEqualTo(PortStatus.UNASSIGNED);
    }
}
