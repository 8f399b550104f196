package io.portolan.flow.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.field.FieldSink;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class AvroFieldsTest {
    private static final Schema HARBOUR = new Schema.Parser().parse("""
                    {"type":"record","name":"Harbour","fields":[
                      {"name":"int","type":"int"},{"name":"long","type":["null","long"]},{"name":"none","type":["null","long"]},
                      {"name":"double","type":"double"},{"name":"flag","type":"boolean"},{"name":"text","type":"string"},
                      {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["SEA","RIVER"]}},
                      {"name":"bytes","type":"bytes"},{"name":"mac","type":{"type":"fixed","name":"Mac","size":2}},
                      {"name":"names","type":{"type":"array","items":["null","string"]}},
                      {"name":"empty","type":{"type":"array","items":"string"}},
                      {"name":"main","type":{"type":"record","name":"Pier","fields":[{"name":"length","type":"int"}]}},
                      {"name":"other","type":"Pier"},
                      {"name":"piers","type":{"type":"array","items":"Pier"}},
                      {"name":"items","type":{"type":"array","items":["Pier","string"]}},
                      {"name":"lights","type":{"type":"map","values":["string","long"]}}]}""");

    /** Writes down what it is told; enters all objects but "other". */
    private static final class Told implements FieldSink {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void text(String name, String value) {
            lines.add(name + " text " + value);
        }

        @Override
        public void number(String name, long value) {
            lines.add(name + " number " + value);
        }

        @Override
        public void list(String name, String values) {
            lines.add(name + " list " + values);
        }

        @Override
        public boolean enter(String name) {
            lines.add(name + " {");
            return !name.equals("other");
        }

        @Override
        public boolean entersItems(String name) {
            return name.equals("items");
        }

        @Override
        public void leave() {
            lines.add("}");
        }
    }

    @Test
    void everyTypeIsHandedOverAsItsJsonWouldBe() throws Exception {
        GenericRecord harbour = new GenericData.Record(HARBOUR);
        harbour.put("int", 7);
        harbour.put("long", 8L);
        harbour.put("double", 1.5);
        harbour.put("flag", true);
        harbour.put("text", "Oia");
        harbour.put("kind", new GenericData.EnumSymbol(HARBOUR.getField("kind").schema(), "SEA"));
        harbour.put("bytes", ByteBuffer.wrap(new byte[] {0, 1, (byte) 0xfe}));
        harbour.put("mac", new GenericData.Fixed(HARBOUR.getField("mac").schema(), new byte[] {0x5e, 0x53}));
        harbour.put("names", Arrays.asList("a", null, "b"));
        harbour.put("empty", List.of());
        harbour.put("main", pier(3));
        harbour.put("other", pier(4));
        harbour.put("piers", List.of(pier(5)));
        harbour.put("items", List.of(pier(6), "mole"));
        harbour.put("lights", Map.of("green", 2L));
        Told told = new Told();

        AvroFields.readInto(harbour, told);

        assertThat(told.lines)
                .containsExactly(
                        "int number 7",
                        "long number 8",
                        "double text 1.5",
                        "flag text true",
                        "text text Oia",
                        "kind text SEA",
                        "bytes text 0001fe",
                        "mac text 5e53",
                        "names list a,b",
                        "main {",
                        "length number 3",
                        "}",
                        "other {",
                        "items {",
                        "length number 6",
                        "}",
                        "items text mole",
                        "lights {",
                        "green number 2",
                        "}");
    }

    private static GenericRecord pier(int length) {
        GenericRecord pier = new GenericData.Record(HARBOUR.getField("main").schema());
        pier.put("length", length);
        return pier;
    }
}
