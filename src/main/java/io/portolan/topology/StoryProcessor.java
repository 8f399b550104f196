package io.portolan.topology;

import io.portolan.alert.Alerts;
import io.portolan.alert.story.ServerStories;
import io.portolan.schema.PortAlert;
import io.portolan.schema.PortSighting;
import io.portolan.schema.StoryKind;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Gathers what is seen of a watched endpoint into its story, and writes the alerts of that. */
final class StoryProcessor implements Processor<String, PortSighting, String, PortAlert> {
    private final StoryStage stage;
    private ProcessorContext<String, PortAlert> context;
    private StoryStage.Task task;
    private ServerStories servers;
    private OpenStories.Task open;

    StoryProcessor(StoryStage stage) {
        this.stage = stage;
    }

    @Override
    public void init(ProcessorContext<String, PortAlert> processorContext) {
        context = processorContext;
        task = stage.in(processorContext, StoryTopology.STORY_STORE, StateStores.SERVER_ALERTS);
        servers = new ServerStories(task.ground());
        BeforeCommit changes = context.getStateStore(StoryTopology.STORY_CHANGES);
        changes.run(context, servers::write);
        open = stage.counters().stories().task(StoryKind.SERVER);
        open.set(servers.open());
        context.schedule(StoryStage.CATCH_UP, PunctuationType.WALL_CLOCK_TIME, now -> catchUp());
    }

    @Override
    public void process(Record<String, PortSighting> record) {
        forward(record, alerts(record.key(), record.value()));
    }

    private void catchUp() {
        if (servers.isBehind()) {
            forward(StoryStage.clock(servers.clock()), servers.catchUp());
        }
    }

    private void forward(Record<String, PortSighting> record, List<PortAlert> alerts) {
        for (PortAlert alert : alerts) {
            context.forward(record.withKey(Alerts.key(alert)).withValue(alert));
            task.kept().keep(alert);
            stage.counters().alerts().count(alert);
        }
        open.set(servers.open());
    }

    @Override
    public void close() {
        open.close();
    }

    private List<PortAlert> alerts(String key, PortSighting sighting) {
        long time = sighting.getTime().toEpochMilli();
        return switch (sighting.getKind()) {
            case FLOW ->
                task.sighting(sighting)
                        .map(seen -> servers.sighted(seen).alerts())
                        .orElse(List.of());
            case CLOCK -> servers.advance(time);
            case FOLDED -> servers.fold(key, sighting.getScan(), sighting.getScanner(), time);
        };
    }
}
