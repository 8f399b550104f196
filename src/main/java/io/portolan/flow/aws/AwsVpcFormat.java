package io.portolan.flow.aws;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.Recognition;
import io.portolan.flow.text.LineRecords;
import java.util.List;
import java.util.Set;

/** The format {@code aws-vpc}. */
public final class AwsVpcFormat {
    /** Its name in a configuration. */
    public static final String NAME = "aws-vpc";

    private AwsVpcFormat() {}

    /**
     * JSON, or text in the configured columns, in those of a header line in the record, or in the default order; a
     * configured column is a name such as {@code tcp-flags}, or as in AWS's own format string <code>${tcp-flags}</code>.
     */
    public static FlowFormat format() {
        return new FlowFormat(
                NAME,
                "AWS VPC flow logs: text in version 2's order, in any order that is configured or in a header, or JSON",
                AwsVpcParser::new,
                in -> new LineRecords(in, AwsVpcColumns::after),
                List.of(),
                Recognition.ofJson(List.of(Set.of("srcaddr"))));
    }
}
