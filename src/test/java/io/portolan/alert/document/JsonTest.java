package io.portolan.alert.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void valuesOfEveryKindAreWritten() {
        assertThat(json(json -> {
                    json.text("text", "a");
                    json.number("int", 1);
                    json.number("long", Long.MAX_VALUE);
                    json.flag("flag", false);
                    json.time("time", Instant.ofEpochMilli(1_700_000_000_050L));
                    json.texts("texts", List.of("b", ""));
                    json.object("object", object -> object.object("inner", inner -> inner.text("x", "y")));
                    json.objects("objects", List.of("c", "d"), (item, text) -> item.text("t", text));
                }))
                .isEqualTo("{\"text\":\"a\",\"int\":1,\"long\":9223372036854775807,\"flag\":false,"
                        + "\"time\":\"2023-11-14T22:13:20.050Z\",\"texts\":[\"b\",\"\"],"
                        + "\"object\":{\"inner\":{\"x\":\"y\"}},\"objects\":[{\"t\":\"c\"},{\"t\":\"d\"}]}");
    }

    @Test
    void whatIsMissingOrEmptyIsLeftOutWithItsName() {
        assertThat(json(json -> {
                    json.text("text", null);
                    json.number("number", (Long) null);
                    json.texts("texts", List.of());
                    json.objects("objects", List.of(), (item, text) -> item.text("t", text));
                    json.object("outer", outer -> outer.object("inner", inner -> inner.text("x", null)));
                    json.text("there", "z");
                }))
                .isEqualTo("{\"there\":\"z\"}");
    }

    @Test
    void anObjectBeginsWithItsFirstContentHoweverDeep() {
        assertThat(json(json -> {
                    json.object("a", a -> {
                        a.object("empty", empty -> empty.text("x", null));
                        a.object("b", b -> b.text("x", "1"));
                        a.object("empty", empty -> empty.text("x", null));
                    });
                    json.text("after", "2");
                }))
                .isEqualTo("{\"a\":{\"b\":{\"x\":\"1\"}},\"after\":\"2\"}");
    }

    @Test
    void objectsWithinAListMayHoldObjects() {
        assertThat(json(json -> json.object(
                        "a",
                        a -> a.objects(
                                "list", List.of("1", "2"), (item, text) -> item.object("o", o -> o.text("t", text))))))
                .isEqualTo("{\"a\":{\"list\":[{\"o\":{\"t\":\"1\"}},{\"o\":{\"t\":\"2\"}}]}}");
    }

    @Test
    void nothingButPrintableAsciiIsWritten() {
        String document = json(json -> json.text("text", SampleAlerts.HOSTILE));

        assertThat(document)
                .matches("[ -~]*")
                .startsWith("{\"text\":\"\\\"},")
                .contains("\\u0000", "\\u202E", "\\u0085");
    }

    private static String json(Consumer<Json> content) {
        return new String(Json.document(content), StandardCharsets.UTF_8);
    }
}
