package io.portolan.app.command;

import io.portolan.flow.FlowFormat;
import io.portolan.flow.format.FlowFormats;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The input formats as values of an option. */
final class FormatNames implements ITypeConverter<FlowFormat>, Iterable<String> {
    @Override
    public FlowFormat convert(String name) {
        try {
            return FlowFormats.named(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    @Override
    public Iterator<String> iterator() {
        return FlowFormats.all().stream().map(FlowFormat::name).iterator();
    }
}
