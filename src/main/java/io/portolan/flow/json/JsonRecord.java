package io.portolan.flow.json;

import io.portolan.flow.Reading;
import io.portolan.flow.ReadingBuilder;
import io.portolan.flow.UnreadableFlowException;

/** A record of one JSON object, several one after the other, or a list of them. */
public final class JsonRecord {
    private JsonRecord() {}

    /**
     * Reads all objects of a record; one that cannot be read does not keep the others from being read.
     *
     * @param fields takes the fields of each object
     * @param readings empty; gathers what the objects are read as
     * @param nothing what a record without any object is called
     * @throws UnreadableFlowException if there is no flow in it, and an object that could not be read
     */
    public static Reading read(byte[] record, FlowFields fields, ReadingBuilder readings, String nothing)
            throws UnreadableFlowException {
        addTo(readings, record, fields);
        return readings.build(record, nothing);
    }

    /** Adds what the objects of a text are. */
    public static void addTo(ReadingBuilder readings, byte[] text, FlowFields fields) {
        try (JsonFields objects = JsonFields.open(text)) {
            boolean more = true;
            while (more) {
                try {
                    more = objects.nextObject();
                    if (more) {
                        fields.clear();
                        objects.readInto(fields);
                        fields.addTo(readings);
                    }
                } catch (UnreadableFlowException e) {
                    readings.add(e);
                }
            }
        } catch (UnreadableFlowException e) {
            readings.add(e);
        }
    }
}
