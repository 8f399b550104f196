package io.portolan.app.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import io.portolan.app.json.AvroJson;
import io.portolan.app.label.Output;
import io.portolan.flow.Flow;
import io.portolan.judge.Judgement;
import io.portolan.judge.RuleTrial;
import io.portolan.judge.Rules;
import io.portolan.judge.sigma.Detection.Answered;
import io.portolan.label.LabelledFlow;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Prints what rules and filters make of each flow that they watch, and why, as JSON lines. */
public final class TrialJson implements Output {
    private final Rules rules;
    private final JsonGenerator json;

    public TrialJson(Rules rules, Writer out) throws IOException {
        this.rules = rules;
        this.json = AvroJson.generator(out);
    }

    @Override
    public void write(LabelledFlow labelled, Judgement judgement) throws IOException {
        List<RuleTrial> trials = rules.trials(labelled, judgement);
        if (trials.isEmpty()) {
            return;
        }
        json.writeStartObject();
        flow(labelled, judgement);
        json.writeArrayFieldStart("rules");
        for (RuleTrial trial : trials) {
            write(trial, judgement);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw(System.lineSeparator());
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }

    private void flow(LabelledFlow labelled, Judgement judgement) throws IOException {
        Flow flow = labelled.flow();
        json.writeStringField("src_address", flow.srcAddress());
        json.writeNumberField("src_port", flow.srcPort());
        json.writeStringField("dst_address", flow.dstAddress());
        json.writeNumberField("dst_port", flow.dstPort());
        json.writeStringField("transport", String.valueOf(labelled.transport()));
        json.writeStringField("verdict", judgement.verdict().name());
        json.writeStringField("server", judgement.role().server().name());
        json.writeStringField("role_basis", judgement.role().basis().name());
        json.writeNumberField("role_confidence", judgement.role().confidence());
    }

    private void write(RuleTrial trial, Judgement judgement) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", trial.rule().id());
        json.writeStringField("title", trial.rule().title());
        json.writeStringField("watched", trial.server().name());
        json.writeStringField("matches", trial.truth().toString());
        if (trial.isOpen() && trial.rule().ceiling(judgement.verdict()).isPresent()) {
            json.writeStringField(
                    "ceiling", trial.rule().ceiling(judgement.verdict()).get().name());
        } else {
            json.writeNullField("ceiling");
        }
        items(trial.items());
        json.writeArrayFieldStart("filters");
        for (RuleTrial.FilterTrial filter : trial.filters()) {
            json.writeStartObject();
            json.writeStringField("id", filter.filter().id());
            json.writeStringField("title", filter.filter().title());
            json.writeBooleanField("allows", filter.allows());
            items(filter.items());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void items(List<Answered> items) throws IOException {
        json.writeArrayFieldStart("items");
        for (Answered item : items) {
            json.writeStartObject();
            json.writeStringField("selection", item.selection());
            json.writeStringField("item", item.item());
            json.writeStringField("value", item.value());
            json.writeStringField("matches", item.truth().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
