package io.portolan.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The files of deploy are what the programs that read them expect. */
class DeploymentFilesTest {
    @Test
    void yamlIsWellFormedAndOfOneStyle() throws Exception {
        Tools.run("yamllint", "--strict", "deploy", "topology", ".yamllint.yaml");
    }

    @Test
    void prometheusTakesItsConfiguration() throws Exception {
        Tools.run("promtool", "check", "config", "deploy/compose/prometheus.yml");
    }

    @Test
    void composeTakesItsFile() throws Exception {
        Tools.run(
                Map.of("COMPOSE_PROFILES", "show,monitoring,siem"),
                "docker-compose",
                "-f",
                "deploy/compose.yaml",
                "config",
                "--quiet");
    }

    @Test
    void composeRunsWhatTheTestsRun() throws Exception {
        JsonNode services = new YAMLMapper()
                .readTree(Files.readString(Path.of("deploy/compose.yaml")))
                .path("services");

        assertThat(services.path("kafka").path("image").asText()).isEqualTo(version("apache/kafka", "kafka.version"));
        assertThat(services.path("schema-registry").path("image").asText())
                .isEqualTo(version("apicurio/apicurio-registry", "apicurio.version"));
        assertThat(services.path("opensearch").path("image").asText())
                .isEqualTo(version("opensearchproject/opensearch", "opensearch.version"));
        assertThat(services.path("dashboards").path("image").asText())
                .isEqualTo(version("opensearchproject/opensearch-dashboards", "opensearch.version"));
    }

    @Test
    void theRegistryOfTheInteropTestsIsFetchedInTheVersionOfTheBuild() throws Exception {
        String archive = "io.apicurio:apicurio-registry-app:" + property("apicurio-app.version") + ":tar.gz:all";

        assertThat(Files.readString(Path.of("CONTRIBUTING.md"))).contains("-Dartifact=" + archive);
        assertThat(Files.readString(Path.of(".ci/run"))).contains("apicurio=" + archive);
    }

    @Test
    void theFilesOfTheImageBearTheTimeOfTheBuildsOutputs() throws Exception {
        long seconds = Instant.parse(property("project.build.outputTimestamp")).getEpochSecond();

        assertThat(Files.readAllLines(Path.of("deploy/Dockerfile"))).contains("ARG SOURCE_DATE_EPOCH=" + seconds);
    }

    /** With the version that pom.xml has. */
    private static String version(String image, String property) throws Exception {
        return image + ":" + property(property);
    }

    private static String property(String name) throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        String open = "<" + name + ">";
        int from = pom.indexOf(open) + open.length();
        return pom.substring(from, pom.indexOf('<', from));
    }
}
