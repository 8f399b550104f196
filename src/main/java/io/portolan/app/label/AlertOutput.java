package io.portolan.app.label;

import com.fasterxml.jackson.core.JsonGenerator;
import io.portolan.alert.story.LocalStories;
import io.portolan.alert.story.StorySettings;
import io.portolan.app.json.AvroJson;
import io.portolan.judge.Judgement;
import io.portolan.judge.Rules;
import io.portolan.label.LabelledFlow;
import io.portolan.label.Labeller;
import io.portolan.registry.Registry;
import io.portolan.schema.PortAlert;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** Prints the alerts that the job would write, as JSON lines; most flows raise none. */
public final class AlertOutput implements Output {
    private final LocalStories stories;
    private final JsonGenerator json;

    public AlertOutput(Registry registry, Rules rules, StorySettings settings, Writer out) throws IOException {
        this.stories = new LocalStories(() -> rules, new Labeller(new FixedRegistry(registry))::label, settings);
        this.json = AvroJson.generator(out);
    }

    @Override
    public void write(LabelledFlow labelled, Judgement judgement) throws IOException {
        print(stories.sighted(labelled, judgement, Optional.empty()).alerts());
    }

    @Override
    public void end() throws IOException {
        print(stories.end());
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    private void print(List<PortAlert> alerts) throws IOException {
        for (PortAlert alert : alerts) {
            AvroJson.writeLine(json, alert);
        }
    }
}
