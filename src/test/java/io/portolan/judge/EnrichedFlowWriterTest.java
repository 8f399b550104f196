package io.portolan.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.flow.Flow;
import io.portolan.flow.FlowLogs;
import io.portolan.label.ChangingRegistry;
import io.portolan.label.Label;
import io.portolan.label.LabelledFlow;
import io.portolan.label.RegistryVersion;
import io.portolan.registry.Transport;
import io.portolan.schema.Documentation;
import io.portolan.schema.PortAssignment;
import io.portolan.schema.PortRange;
import io.portolan.schema.PortStatus;
import io.portolan.schema.RoleBasis;
import io.portolan.schema.Side;
import io.portolan.schema.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** Spliced bytes are those that the Avro library writes, for any flow, labels and judgement; random, from fixed seeds. */
class EnrichedFlowWriterTest {
    private static final Schema SCHEMA = FlowLogs.schema("schemas/enriched-flow.avsc");
    private static final byte[] FRAME = {0, 0, 0, 3, (byte) 0xe9};

    @Test
    void splicedBytesAreThoseOfTheLibrary() throws Exception {
        Random random = new Random(2026);
        EnrichedFlowWriter bare = new EnrichedFlowWriter(new byte[0]);
        EnrichedFlowWriter framed = new EnrichedFlowWriter(FRAME);
        for (int i = 0; i < 20_000; i++) {
            GenericRecord log = FlowLogs.random(random);
            LabelledFlow labelled = labelled(Flow.of(FlowLogs.encode(log)), random);
            Judgement judgement = judgement(random, i % 101);
            byte[] expected = FlowLogs.encode(enriched(log, labelled, judgement));

            assertThat(bare.write(labelled, judgement)).isEqualTo(expected);
            byte[] record = framed.write(labelled, judgement);
            assertThat(Arrays.copyOf(record, FRAME.length)).isEqualTo(FRAME);
            assertThat(Arrays.copyOfRange(record, FRAME.length, record.length)).isEqualTo(expected);
        }
    }

    @Test
    void everyJudgementIsSplicedAsTheLibraryWritesIt() throws Exception {
        GenericRecord log = FlowLogs.plain();
        EnrichedFlowWriter writer = new EnrichedFlowWriter(new byte[0]);
        LabelledFlow labelled = labelled(Flow.of(FlowLogs.encode(log)), new Random(1));
        for (Side server : Side.values()) {
            for (RoleBasis basis : RoleBasis.values()) {
                for (Verdict verdict : Verdict.values()) {
                    for (int confidence = 0; confidence <= 100; confidence++) {
                        Judgement judgement = new Judgement(new Role(server, basis, confidence), verdict, Side.UNKNOWN);

                        assertThat(writer.write(labelled, judgement))
                                .isEqualTo(FlowLogs.encode(enriched(log, labelled, judgement)));
                    }
                }
            }
        }
    }

    @Test
    void whatWasWrittenIsReadBack() throws Exception {
        GenericRecord log = FlowLogs.plain();
        LabelledFlow labelled = labelled(Flow.of(FlowLogs.encode(log)), new Random(7));
        Judgement judgement = judgement(new Random(7), 64);

        GenericRecord read =
                new EnrichedFlowReader().read(new EnrichedFlowWriter(new byte[0]).write(labelled, judgement));

        assertThat(read).hasToString(enriched(log, labelled, judgement).toString());
    }

    @Test
    void aPrefixThatChangesLaterChangesNothing() throws Exception {
        byte[] prefix = FRAME.clone();
        EnrichedFlowWriter writer = new EnrichedFlowWriter(prefix);
        prefix[0] = 1;

        byte[] record = writer.write(
                labelled(Flow.of(FlowLogs.encode(FlowLogs.plain())), new Random(3)), judgement(new Random(3), 1));

        assertThat(Arrays.copyOf(record, FRAME.length)).isEqualTo(FRAME);
    }

    private static LabelledFlow labelled(Flow flow, Random random) {
        Optional<String> version = random.nextInt(4) == 0 ? Optional.empty() : Optional.of("2026-09-01");
        return new LabelledFlow(flow, Transport.TCP, label(random), label(random), new RegistryVersion(version));
    }

    private static Label label(Random random) {
        PortRange range = oneOf(random, PortRange.values());
        if (random.nextInt(3) == 0) {
            return Label.unlisted(range);
        }
        String[] names = {"t1distproc", "x11", "Köln", "港", "a".repeat(200)};
        PortAssignment entry = ChangingRegistry.entry(
                "tcp/1274",
                oneOf(random, PortStatus.values()),
                random.nextInt(4) == 0 ? null : oneOf(random, Documentation.values()),
                Arrays.copyOf(names, random.nextInt(names.length + 1)));
        return Label.listed(range, entry);
    }

    private static Judgement judgement(Random random, int confidence) {
        Role role = new Role(oneOf(random, Side.values()), oneOf(random, RoleBasis.values()), confidence);
        return new Judgement(role, oneOf(random, Verdict.values()), Side.UNKNOWN);
    }

    private static GenericRecord enriched(GenericRecord log, LabelledFlow labelled, Judgement judgement) {
        GenericRecord flow = new GenericData.Record(SCHEMA);
        for (Schema.Field field : log.getSchema().getFields()) {
            Object value = log.get(field.pos());
            flow.put(field.name(), value instanceof GenericData.EnumSymbol ? symbol(field.name(), value) : value);
        }
        flow.put("src", label(labelled.src()));
        flow.put("dst", label(labelled.dst()));
        flow.put("server", symbol("server", judgement.role().server()));
        flow.put("role_basis", symbol("role_basis", judgement.role().basis()));
        flow.put("role_confidence", judgement.role().confidence());
        flow.put("service", service(labelled, judgement.role().server()).orElse(null));
        flow.put("verdict", symbol("verdict", judgement.verdict()));
        flow.put("registry_version", labelled.version().text().orElse(null));
        return flow;
    }

    private static Optional<String> service(LabelledFlow labelled, Side server) {
        return switch (server) {
            case SOURCE -> labelled.src().service();
            case DESTINATION -> labelled.dst().service();
            case UNKNOWN -> Optional.empty();
        };
    }

    private static GenericRecord label(Label label) {
        Schema schema = SCHEMA.getField("src").schema();
        GenericRecord record = new GenericData.Record(schema);
        record.put("range", new GenericData.EnumSymbol(schema.getField("range").schema(), label.range()));
        record.put(
                "status", new GenericData.EnumSymbol(schema.getField("status").schema(), label.status()));
        record.put("service", label.service().orElse(null));
        record.put("names", label.entry().map(PortAssignment::getNames).orElse(List.of()));
        Schema documentation =
                schema.getField("documentation").schema().getTypes().get(1);
        record.put(
                "documentation",
                label.documentation()
                        .map(value -> new GenericData.EnumSymbol(documentation, value))
                        .orElse(null));
        return record;
    }

    private static GenericData.EnumSymbol symbol(String field, Object value) {
        return new GenericData.EnumSymbol(SCHEMA.getField(field).schema(), value);
    }

    private static <T> T oneOf(Random random, T[] some) {
        return some[random.nextInt(some.length)];
    }
}
