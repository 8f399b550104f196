package io.portolan.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.portolan.app.http.Route.Access;
import io.portolan.app.json.JsonTree;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description is sound, and describes what there is and nothing else. */
class OpenApiTest {
    private final JsonNode description = OpenApi.description();

    @Test
    void theDescriptionIsOpenApi() {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(description.toString());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void everyPathIsDescribedAndEveryDescribedPathIsThere() {
        Set<String> described = new HashSet<>();
        description.path("paths").fieldNames().forEachRemaining(described::add);

        assertThat(routes().keySet()).isEqualTo(described);
    }

    @Test
    void theParametersOfEachPathAreThose() {
        routes().forEach((path, route) -> assertThat(parameters(path)).as(path).isEqualTo(route.allParameters()));
    }

    @Test
    void whatIsDescribedAsOpenIsOpen() {
        routes().forEach((path, route) -> {
            JsonNode security = description.path("paths").path(path).path("get").path("security");
            assertThat(security.isArray() && security.isEmpty()).as(path).isEqualTo(route.access() == Access.OPEN);
        });
    }

    @Test
    void recordsAreThoseOfTheSchemas() {
        JsonNode alert = description.at("/components/schemas/PortAlert/properties");

        assertThat(alert.at("/raised_at/anyOf/1/format").asText()).isEqualTo("date-time");
        assertThat(alert.at("/server/$ref").asText()).isEqualTo("#/components/schemas/Endpoint");
        assertThat(description.at("/components/schemas/PortServer/properties").has("client_sketch"))
                .isFalse();
    }

    @Test
    void anAnswerThatIsNotAsDescribedIsFound() {
        ApiDescription api = new ApiDescription();

        api.check("Health", JsonTree.object().put("status", "UP"));
        assertThatThrownBy(() -> api.check("Health", JsonTree.object().put("status", "MAYBE")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> api.check("PortAlert", JsonTree.object())).isInstanceOf(AssertionError.class);
    }

    private Set<String> parameters(String path) {
        Set<String> names = new HashSet<>();
        for (JsonNode parameter :
                description.path("paths").path(path).path("get").path("parameters")) {
            JsonNode there = parameter.has("$ref")
                    ? description.at(parameter.path("$ref").asText().substring(1))
                    : parameter;
            if (there.path("in").asText().equals("query")) {
                names.add(there.path("name").asText());
            }
        }
        return names;
    }

    private static Map<String, Route> routes() {
        try (Site site = new Site(new JobHolder(), "portolan-test")) {
            List<Route> all = site.routes().all();
            return all.stream().collect(Collectors.toMap(Route::template, Function.identity()));
        }
    }
}
