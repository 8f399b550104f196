package io.portolan.flow.aws;

import io.portolan.flow.FlowParser;
import io.portolan.flow.Reading;
import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;
import io.portolan.flow.field.SourceRecord;
import io.portolan.flow.json.JsonRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads records of VPC flow logs; JSON begins with a brace or a bracket, anything else is text. Gzip is decompressed. */
final class AwsVpcParser implements FlowParser {
    private static final String EMPTY = "empty record";

    private final ReadingBuilder readings = new ReadingBuilder();
    private final AwsVpcLines lines;
    private final AwsVpcJson json;

    AwsVpcParser(List<String> columns) {
        SourceRecord record = new SourceRecord(AwsVpcFormat.TABLE);
        AwsVpcFlow flows = new AwsVpcFlow();
        this.lines = new AwsVpcLines(columns, record, flows);
        this.json = new AwsVpcJson(record, flows, lines);
    }

    @Override
    public Reading read(byte[] record) throws UnreadableFlowException {
        byte[] contents = Compressed.contents(record);
        int first = 0;
        while (first < contents.length && Character.isWhitespace(contents[first])) {
            first++;
        }
        if (first == contents.length) {
            return new Reading.NotAFlow(EMPTY);
        }
        if (contents[first] == '{' || contents[first] == '[') {
            JsonRecord.addTo(readings, contents, json);
        } else {
            lines.addTo(readings, new String(contents, first, contents.length - first, StandardCharsets.UTF_8));
        }
        return readings.build(record, EMPTY);
    }
}
