package io.portolan.flow.format;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.auto.AutoFormat;
import io.portolan.flow.avro.AvroFormat;
import io.portolan.flow.aws.AwsVpcFormat;
import io.portolan.flow.azure.AzureNsgFormat;
import io.portolan.flow.azure.AzureVnetFormat;
import io.portolan.flow.gcp.GcpVpcFormat;
import io.portolan.flow.goflow.GoflowFormat;
import io.portolan.flow.ipfix.IpfixJsonFormat;
import io.portolan.flow.ktranslate.KtranslateFormat;
import io.portolan.flow.ocsf.OcsfFormat;
import io.portolan.flow.pmacct.PmacctFormat;
import io.portolan.flow.suricata.SuricataEveFormat;
import io.portolan.flow.zeek.ZeekConnFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerDistance;

/** The input formats there are, by name. */
public final class FlowFormats {
    /** Each with a source of its own, in the order in which to show them and to tell them apart. */
    private static final List<FlowFormat> SOURCES = List.of(
            AvroFormat.format(),
            ZeekConnFormat.format(),
            SuricataEveFormat.format(),
            AwsVpcFormat.format(),
            AzureNsgFormat.format(),
            AzureVnetFormat.format(),
            GcpVpcFormat.format(),
            GoflowFormat.format(),
            PmacctFormat.format(),
            KtranslateFormat.format(),
            IpfixJsonFormat.format(),
            OcsfFormat.format());

    private static final List<FlowFormat> ALL = withAuto();

    /** Puts a name that is only begun before one that is misspelt. */
    private static final JaroWinklerDistance RESEMBLANCE = new JaroWinklerDistance();

    private FlowFormats() {}

    /** All formats, in the order in which to show them. */
    public static List<FlowFormat> all() {
        return ALL;
    }

    /**
     * The format of a name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are and the one nearest
     */
    public static FlowFormat named(String name) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    /** The names of columns as a person writes them in one text: separated by blanks or commas. */
    public static List<String> columns(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(column -> !column.isEmpty())
                .toList();
    }

    private static List<FlowFormat> withAuto() {
        List<FlowFormat> all = new ArrayList<>(SOURCES);
        all.add(AutoFormat.format(SOURCES));
        return List.copyOf(all);
    }

    private static String unknown(String name) {
        String known = ALL.stream().map(FlowFormat::name).collect(Collectors.joining(", "));
        String wanted = name.toLowerCase(Locale.ROOT);
        String nearest = ALL.stream()
                .map(FlowFormat::name)
                .min(Comparator.comparingDouble(candidate -> RESEMBLANCE.apply(wanted, candidate)))
                .orElseThrow();
        return "unknown format " + name + "; known are " + known + ". Did you mean " + nearest + "?";
    }
}
