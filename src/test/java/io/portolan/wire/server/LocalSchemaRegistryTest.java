package io.portolan.wire.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalSchemaRegistryTest {
    private static final String A = "{'type':'record','name':'R','fields':[{'name':'a','type':'int'}]}";
    private static final String B =
            "{'type':'record','name':'R','fields':[{'name':'a','type':'int'},{'name':'b','type':'int','default':0}]}";
    private static final String BROKEN = "{'type':'record','name':'R','fields':[{'name':'a','type':'string'}]}";

    private LocalSchemaRegistry registry;
    private HttpCalls calls;

    @BeforeEach
    void start() throws IOException {
        registry = LocalSchemaRegistry.start(0);
        calls = new HttpCalls(registry.url());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private void registerBoth() {
        assertThat(calls.postSchema("/subjects/s/versions", A)).isEqualTo("200 {'id':1}");
        assertThat(calls.postSchema("/subjects/s/versions", B)).isEqualTo("200 {'id':2}");
    }

    private static String inString(String schema) {
        return "'" + schema.replace("'", "\\'") + "'";
    }

    private static String version(String subject, int version, int id, String schema) {
        return "200 {'subject':'" + subject + "','version':" + version + ",'id':" + id + ",'schema':" + inString(schema)
                + "}";
    }

    @Test
    void itListensOnLoopbackOnly() {
        assertThat(registry.url()).isEqualTo("http://127.0.0.1:" + registry.port());
        assertThat(InetAddress.getLoopbackAddress().isLoopbackAddress()).isTrue();
        assertThat(calls.get("/")).isEqualTo("200 {}");
    }

    @Test
    void answersAndErrorsBearConfluentsContentType() {
        HttpResponse<String> answer = calls.send("GET", "/subjects", "");
        HttpResponse<String> error = calls.send("GET", "/subjects/none/versions", "");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
        assertThat(error.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void aPortThatIsTakenIsRefused() {
        assertThatThrownBy(() -> LocalSchemaRegistry.start(registry.port())).isInstanceOf(BindException.class);
    }

    @Test
    void subjectsAreListed() {
        assertThat(calls.get("/subjects")).isEqualTo("200 []");
        registerBoth();
        calls.postSchema("/subjects/other/versions", A);

        assertThat(calls.get("/subjects")).isEqualTo("200 ['other','s']");
        assertThat(calls.get("/subjects?subjectPrefix=o")).isEqualTo("200 ['other']");
    }

    @Test
    void theSameSchemaHasTheSameIdInEverySubject() {
        registerBoth();

        assertThat(calls.postSchema("/subjects/s/versions", A)).isEqualTo("200 {'id':1}");
        assertThat(calls.postSchema("/subjects/s/versions", " " + A + " ")).isEqualTo("200 {'id':1}");
        assertThat(calls.postSchema("/subjects/other/versions", B)).isEqualTo("200 {'id':2}");
        assertThat(calls.get("/subjects/s/versions")).isEqualTo("200 [1,2]");
        assertThat(calls.get("/subjects/other/versions")).isEqualTo("200 [1]");
    }

    @Test
    void aSchemaIsLookedUpUnderItsSubject() {
        registerBoth();

        assertThat(calls.postSchema("/subjects/s", B)).isEqualTo(version("s", 2, 2, B));
        assertThat(calls.postSchema("/subjects/s", BROKEN))
                .isEqualTo("404 {'error_code':40403,'message':'Schema not found'}");
        assertThat(calls.postSchema("/subjects/none", A))
                .isEqualTo("404 {'error_code':40401,'message':'Subject \\'none\\' not found.'}".replace("\\", ""));
    }

    @Test
    void aVersionIsRead() {
        registerBoth();

        assertThat(calls.get("/subjects/s/versions/1")).isEqualTo(version("s", 1, 1, A));
        assertThat(calls.get("/subjects/s/versions/latest")).isEqualTo(version("s", 2, 2, B));
        assertThat(calls.get("/subjects/s/versions/-1")).isEqualTo(version("s", 2, 2, B));
        assertThat(calls.get("/subjects/s/versions/1/schema")).isEqualTo("200 " + A);
        assertThat(calls.get("/subjects/s/versions/1/referencedby")).isEqualTo("200 []");
    }

    @Test
    void aMissingVersionHasItsCode() {
        registerBoth();

        assertThat(calls.get("/subjects/s/versions/9"))
                .isEqualTo("404 {'error_code':40402,'message':'Version 9 not found.'}");
        assertThat(calls.get("/subjects/none/versions/1")).startsWith("404 {'error_code':40401,");
        assertThat(calls.get("/subjects/none/versions")).startsWith("404 {'error_code':40401,");
        assertThat(calls.get("/subjects/s/versions/0")).startsWith("422 {'error_code':42202,");
        assertThat(calls.get("/subjects/s/versions/first")).startsWith("422 {'error_code':42202,");
    }

    @Test
    void aSchemaIsReadByItsId() {
        registerBoth();
        calls.postSchema("/subjects/other/versions", A);

        assertThat(calls.get("/schemas/ids/1")).isEqualTo("200 {'schema':" + inString(A) + "}");
        assertThat(calls.get("/schemas/ids/1?fetchMaxId=false&subject=s")).startsWith("200 {'schema':");
        assertThat(calls.get("/schemas/ids/1/schema")).isEqualTo("200 " + A);
        assertThat(calls.get("/schemas/ids/1/subjects")).isEqualTo("200 ['s','other']");
        assertThat(calls.get("/schemas/ids/1/versions"))
                .isEqualTo("200 [{'subject':'s','version':1},{'subject':'other','version':1}]");
        assertThat(calls.get("/schemas/ids/9")).isEqualTo("404 {'error_code':40403,'message':'Schema 9 not found'}");
        assertThat(calls.get("/schemas/types")).isEqualTo("200 ['AVRO']");
    }

    @Test
    void anIncompatibleSchemaIsRefusedWithTheReason() {
        registerBoth();

        assertThat(calls.postSchema("/subjects/s/versions", BROKEN))
                .startsWith("409 {'error_code':409,'message':'Schema being registered is incompatible with an earlier"
                        + " schema for subject \\'s\\', details: [the new schema cannot read what version 2 writes:"
                        + " TYPE_MISMATCH at /fields/0/type: ");
        assertThat(calls.get("/subjects/s/versions")).isEqualTo("200 [1,2]");
    }

    @Test
    void whatIsNoAvroSchemaIsRefused() {
        assertThat(calls.postSchema("/subjects/s/versions", "{'type':'recor'}")).startsWith("422 {'error_code':42201,");
        assertThat(calls.post("/subjects/s/versions", "{\"schema\":\"syntax\",\"schemaType\":\"PROTOBUF\"}"))
                .isEqualTo("422 {'error_code':42201,'message':"
                        + "'Invalid schema: type PROTOBUF is not supported, only AVRO'}");
        assertThat(
                        calls.post(
                                "/subjects/s/versions",
                                "{\"schema\":\"\\\"int\\\"\",\"references\":[{\"name\":\"a\",\"subject\":\"b\",\"version\":1}]}"))
                .isEqualTo("422 {'error_code':42201,'message':'Invalid schema: references are not supported'}");
        assertThat(calls.post("/subjects/s/versions", "{}")).startsWith("422 {'error_code':42201,");
        assertThat(calls.post("/subjects/s/versions", "schema")).startsWith("400 {'error_code':400,");
        assertThat(calls.post("/subjects/s/versions", "")).startsWith("400 {'error_code':400,");
    }

    @Test
    void aBodyWithoutEndIsRefused() {
        String large = "x".repeat(RegistryHandler.MAX_BODY + 1);

        assertThat(calls.post("/subjects/s/versions", large)).startsWith("413 {'error_code':413,");
    }

    @Test
    void anUnknownPathOrMethodIsRefused() {
        assertThat(calls.get("/contexts/x/y")).isEqualTo("404 {'error_code':404,'message':'HTTP 404 Not Found'}");
        assertThat(calls.put("/subjects", "{}"))
                .isEqualTo("405 {'error_code':405,'message':'HTTP 405 Method Not Allowed'}");
        assertThat(calls.get("/schemas/ids/one")).startsWith("404 {'error_code':404,");
    }

    @Test
    void compatibilityIsCheckedWithoutRegistering() {
        registerBoth();
        String latest = "/compatibility/subjects/s/versions/latest";

        assertThat(calls.postSchema(latest, A)).isEqualTo("200 {'is_compatible':true}");
        assertThat(calls.postSchema(latest, BROKEN)).isEqualTo("200 {'is_compatible':false}");
        assertThat(calls.postSchema(latest + "?verbose=true", A)).isEqualTo("200 {'is_compatible':true,'messages':[]}");
        assertThat(calls.postSchema(latest + "?verbose=true", BROKEN))
                .startsWith(
                        "200 {'is_compatible':false,'messages':['the new schema cannot read what version 2 writes:");
        assertThat(calls.postSchema("/compatibility/subjects/s/versions/1", B)).isEqualTo("200 {'is_compatible':true}");
        assertThat(calls.postSchema("/compatibility/subjects/s/versions", BROKEN))
                .isEqualTo("200 {'is_compatible':false}");
        assertThat(calls.postSchema("/compatibility/subjects/s/versions/9", A)).startsWith("404 {'error_code':40402,");
        assertThat(calls.postSchema("/compatibility/subjects/new/versions/latest", A))
                .isEqualTo("200 {'is_compatible':true}");
        assertThat(calls.get("/subjects/s/versions")).isEqualTo("200 [1,2]");
    }

    @Test
    void theGlobalLevelIsReadSetAndReset() {
        assertThat(calls.get("/config")).isEqualTo("200 {'compatibilityLevel':'BACKWARD'}");
        assertThat(calls.put("/config", "{\"compatibility\":\"none\"}")).isEqualTo("200 {'compatibility':'NONE'}");
        assertThat(calls.get("/config")).isEqualTo("200 {'compatibilityLevel':'NONE'}");
        assertThat(calls.delete("/config")).isEqualTo("200 {'compatibilityLevel':'NONE'}");
        assertThat(calls.get("/config")).isEqualTo("200 {'compatibilityLevel':'BACKWARD'}");
        assertThat(calls.put("/config", "{\"compatibility\":\"some\"}")).startsWith("422 {'error_code':42203,");
    }

    @Test
    void theLevelOfASubjectIsReadSetAndRemoved() {
        assertThat(calls.get("/config/s")).startsWith("404 {'error_code':40408,");
        assertThat(calls.get("/config/s?defaultToGlobal=true")).isEqualTo("200 {'compatibilityLevel':'BACKWARD'}");
        assertThat(calls.put("/config/s", "{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .isEqualTo("200 {'compatibility':'FULL_TRANSITIVE'}");
        assertThat(calls.get("/config/s")).isEqualTo("200 {'compatibilityLevel':'FULL_TRANSITIVE'}");
        assertThat(calls.delete("/config/s")).isEqualTo("200 {'compatibilityLevel':'FULL_TRANSITIVE'}");
        assertThat(calls.delete("/config/s")).startsWith("404 {'error_code':40401,");
        assertThat(calls.put("/config/s", "{\"compatibility\":\"some\"}")).startsWith("422 {'error_code':42203,");
    }

    @Test
    void theModeIsReadAndWrite() {
        assertThat(calls.get("/mode")).isEqualTo("200 {'mode':'READWRITE'}");
        assertThat(calls.get("/mode/s?defaultToGlobal=true")).isEqualTo("200 {'mode':'READWRITE'}");
        assertThat(calls.get("/mode/s")).startsWith("404 {'error_code':40409,");
    }

    @Test
    void aVersionIsDeletedSoftlyFirstAndThenForGood() {
        registerBoth();

        assertThat(calls.delete("/subjects/s/versions/1?permanent=true")).startsWith("404 {'error_code':40407,");
        assertThat(calls.delete("/subjects/s/versions/1")).isEqualTo("200 1");
        assertThat(calls.delete("/subjects/s/versions/1")).startsWith("404 {'error_code':40406,");
        assertThat(calls.get("/subjects/s/versions")).isEqualTo("200 [2]");
        assertThat(calls.get("/subjects/s/versions?deleted=true")).isEqualTo("200 [1,2]");
        assertThat(calls.get("/subjects/s/versions?deletedOnly=true")).isEqualTo("200 [1]");
        assertThat(calls.get("/subjects/s/versions/1")).startsWith("404 {'error_code':40402,");
        assertThat(calls.get("/subjects/s/versions/1?deleted=true")).isEqualTo(version("s", 1, 1, A));
        assertThat(calls.get("/schemas/ids/1")).startsWith("200 ");
        assertThat(calls.delete("/subjects/s/versions/1?permanent=true")).isEqualTo("200 1");
        assertThat(calls.get("/schemas/ids/1")).startsWith("404 {'error_code':40403,");
        assertThat(calls.delete("/subjects/s/versions/latest")).isEqualTo("200 2");
        assertThat(calls.delete("/subjects/s/versions/9")).startsWith("404 {'error_code':40402,");
        assertThat(calls.delete("/subjects/none/versions/1")).startsWith("404 {'error_code':40401,");
    }

    @Test
    void aSubjectIsDeletedSoftlyFirstAndThenForGood() {
        registerBoth();
        calls.put("/config/s", "{\"compatibility\":\"FULL\"}");

        assertThat(calls.delete("/subjects/s?permanent=true")).startsWith("404 {'error_code':40405,");
        assertThat(calls.delete("/subjects/s")).isEqualTo("200 [1,2]");
        assertThat(calls.delete("/subjects/s")).startsWith("404 {'error_code':40404,");
        assertThat(calls.get("/subjects")).isEqualTo("200 []");
        assertThat(calls.get("/subjects?deleted=true")).isEqualTo("200 ['s']");
        assertThat(calls.get("/config/s")).startsWith("404 {'error_code':40408,");
        assertThat(calls.delete("/subjects/s?permanent=true")).isEqualTo("200 [1,2]");
        assertThat(calls.get("/subjects?deleted=true")).isEqualTo("200 []");
        assertThat(calls.delete("/subjects/s")).startsWith("404 {'error_code':40401,");
    }

    @Test
    void aDeletedSchemaComesBackAsANewVersionOfTheSameId() {
        registerBoth();
        calls.delete("/subjects/s");

        assertThat(calls.postSchema("/subjects/s/versions", A)).isEqualTo("200 {'id':1}");
        assertThat(calls.get("/subjects/s/versions")).isEqualTo("200 [3]");
    }
}
