package io.portolan.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.portolan.app.config.ConfigSource;
import io.portolan.app.config.PortolanConfig;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests as kubectl renders them, held against Kubernetes' own description of its objects. */
class KubernetesTest {
    private static final Set<String> OTHERS =
            Set.of("KafkaTopic", "KafkaUser", "ScaledObject", "TriggerAuthentication");

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/production", "overlays/strimzi"})
    void everyFieldIsOneThatKubernetesKnows(String folder) throws Exception {
        for (JsonNode object : Manifests.of(folder).objects()) {
            String kind = object.path("kind").asText();
            if (!OTHERS.contains(kind)) {
                validate(kind, JsonParser.parseString(object.toString()));
            }
        }
    }

    private static void validate(String kind, JsonElement object) throws IOException {
        switch (kind) {
            case "ConfigMap" -> V1ConfigMap.validateJsonElement(object);
            case "Job" -> V1Job.validateJsonElement(object);
            case "NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(object);
            case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(object);
            case "Secret" -> V1Secret.validateJsonElement(object);
            case "Service" -> V1Service.validateJsonElement(object);
            case "ServiceAccount" -> V1ServiceAccount.validateJsonElement(object);
            case "StatefulSet" -> V1StatefulSet.validateJsonElement(object);
            default -> throw new IllegalArgumentException("no test knows what a " + kind + " is");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/production", "overlays/strimzi"})
    void theConfigurationIsOneThatTheJobTakes(String folder) throws Exception {
        Manifests manifests = Manifests.of(folder);
        Map<String, String> keys = keys(manifests);
        keys.remove("http.token.path"); // of the pod, not of this machine
        keys.put("http.token", "a-token-of-the-tests");
        keys.put("http.host", "127.0.0.1");

        PortolanConfig config = new PortolanConfig(keys);

        assertThat(config.http().port())
                .isEqualTo(manifests.container().at("/ports/0/containerPort").asInt());
        assertThat(config.inputs()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/production", "overlays/strimzi"})
    void nothingRunsAsRootOrWritesOutsideOfItsVolumes(String folder) throws Exception {
        Manifests manifests = Manifests.of(folder);
        List<JsonNode> pods = new ArrayList<>(List.of(manifests.pod()));
        pods.add(manifests
                .one("Job", "portolan-setup")
                .path("spec")
                .path("template")
                .path("spec"));

        for (JsonNode pod : pods) {
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            List<JsonNode> containers = new ArrayList<>();
            pod.path("containers").forEach(containers::add);
            pod.path("initContainers").forEach(containers::add);
            assertThat(containers).isNotEmpty().allSatisfy(container -> {
                JsonNode rights = container.path("securityContext");
                assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(rights.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            });
        }
    }

    @Test
    void whatIsSelectedIsTheJob() throws Exception {
        Manifests manifests = Manifests.of("overlays/production");
        JsonNode labels = manifests.one("StatefulSet", "portolan").at("/spec/template/metadata/labels");

        List<JsonNode> selectors = new ArrayList<>();
        manifests.all("Service").forEach(service -> selectors.add(service.at("/spec/selector")));
        manifests.all("PodDisruptionBudget").forEach(budget -> selectors.add(budget.at("/spec/selector/matchLabels")));
        selectors.add(manifests.one("StatefulSet", "portolan").at("/spec/selector/matchLabels"));
        selectors.add(manifests
                .pod()
                .at("/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0"
                        + "/labelSelector/matchLabels"));
        selectors.add(manifests.pod().at("/topologySpreadConstraints/0/labelSelector/matchLabels"));

        assertThat(selectors)
                .hasSize(6)
                .allSatisfy(selector -> assertThat(selector).isEqualTo(labels));
    }

    @Test
    void productionHasTwoInstancesAtLeastAndIsProbed() throws Exception {
        Manifests manifests = Manifests.of("overlays/production");
        JsonNode container = manifests.container();

        assertThat(manifests.one("StatefulSet", "portolan").at("/spec/replicas").asInt())
                .isGreaterThanOrEqualTo(2);
        assertThat(manifests
                        .one("ScaledObject", "portolan")
                        .at("/spec/minReplicaCount")
                        .asInt())
                .isGreaterThanOrEqualTo(2);
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
        assertThat(manifests.pod().path("terminationGracePeriodSeconds").asInt())
                .isGreaterThan(15);
    }

    @Test
    void everyVolumeAndEverySecretOfStrimziIsThere() throws Exception {
        Manifests manifests = Manifests.of("overlays/strimzi");
        Set<String> volumes = new TreeSet<>(Set.of("state"));
        manifests
                .pod()
                .path("volumes")
                .forEach(volume -> volumes.add(volume.path("name").asText()));
        Set<String> mounts = new TreeSet<>();
        manifests
                .container()
                .path("volumeMounts")
                .forEach(mount -> mounts.add(mount.path("name").asText()));
        assertThat(mounts).isEqualTo(volumes);

        Set<String> users = new TreeSet<>();
        manifests
                .all("KafkaUser")
                .forEach(user -> users.add(user.at("/metadata/name").asText()));
        assertThat(users).containsExactly("portolan", StrimziResources.LOADER, StrimziResources.SCALER);
        assertThat(manifests.container().path("env").findValuesAsText("key")).containsExactly("sasl.jaas.config");
        assertThat(manifests.one("Job", "portolan-setup").at("/spec/template/spec/initContainers"))
                .hasSize(1);
    }

    /** File and environment together, as the job reads them. */
    private static Map<String, String> keys(Manifests manifests) throws IOException {
        Properties file = new Properties();
        file.load(new StringReader(manifests
                .all("ConfigMap")
                .get(0)
                .path("data")
                .path("portolan.properties")
                .asText()));
        Map<String, String> environment = new HashMap<>();
        manifests
                .container()
                .path("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText("a secret")));
        environment.remove("POD_NAME");
        environment.computeIfPresent(
                "PORTOLAN_HTTP_ADVERTISED_ADDRESS", (key, value) -> value.replace("$(POD_NAME)", "portolan-0"));
        Map<String, String> keys = new HashMap<>();
        file.stringPropertyNames().forEach(key -> keys.put(key, file.getProperty(key)));
        keys.putAll(ConfigSource.environment(environment));
        return keys;
    }
}
