package io.portolan.topology;

import io.portolan.alert.Alerts;
import io.portolan.alert.story.ScanStories;
import io.portolan.alert.story.Sighting;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortSighting;
import io.portolan.schema.StoryKind;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Tells scanners from clients; the attempts of clients go on to the stories of their servers. */
final class ScanProcessor implements Processor<String, PortSighting, String, Object> {
    private final StoryStage stage;
    private final List<String> alertSinks;
    private ProcessorContext<String, Object> context;
    private StoryStage.Task task;
    private ScanStories scans;
    private OpenStories.Task open;

    ScanProcessor(StoryStage stage, List<String> alertSinks) {
        this.stage = stage;
        this.alertSinks = alertSinks;
    }

    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        task = stage.in(processorContext, StoryTopology.SCAN_STORE, StateStores.SCAN_ALERTS);
        scans = new ScanStories(task.ground());
        BeforeCommit changes = context.getStateStore(StoryTopology.SCAN_CHANGES);
        changes.run(context, scans::write);
        open = stage.counters().stories().task(StoryKind.SCAN);
        open.set(scans.open());
        context.schedule(StoryStage.CATCH_UP, PunctuationType.WALL_CLOCK_TIME, now -> catchUp());
    }

    @Override
    public void process(Record<String, PortSighting> record) {
        switch (record.value().getKind()) {
            case FLOW -> task.sighting(record.value()).ifPresent(sighting -> process(record, sighting));
            case CLOCK -> forward(record, scans.advance(record.value().getTime().toEpochMilli()));
            case FOLDED -> {}
        }
        open.set(scans.open());
    }

    @Override
    public void close() {
        open.close();
    }

    private void catchUp() {
        if (scans.isBehind()) {
            forward(StoryStage.clock(scans.clock()), scans.catchUp());
            open.set(scans.open());
        }
    }

    private void process(Record<String, PortSighting> record, Sighting sighting) {
        ScanStories.Probe probe = scans.sighted(sighting);
        forward(record, probe.outcome().alerts());
        String scanner = sighting.parties().client().getAddress();
        long time = sighting.labelled().flow().endTime();
        for (String server : probe.folded()) {
            pass(record, server, Sightings.folded(sighting.scanKey(), scanner, time));
        }
        if (probe.passedOn()) {
            pass(record, sighting.serverKey(), record.value());
        }
    }

    private void pass(Record<String, PortSighting> record, String server, PortSighting value) {
        context.forward(record.withKey(server).withValue(value), StoryTopology.PASS_SIGHTINGS);
    }

    private void forward(Record<String, PortSighting> record, List<PortAlert> alerts) {
        for (PortAlert alert : alerts) {
            Record<String, Object> alerted = record.withKey(Alerts.key(alert)).withValue(alert);
            alertSinks.forEach(sink -> context.forward(alerted, sink));
            task.kept().keep(alert);
            stage.counters().alerts().count(alert);
        }
    }
}
