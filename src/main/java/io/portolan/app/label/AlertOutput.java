package io.portolan.app.label;

import com.fasterxml.jackson.core.JsonGenerator;
import io.portolan.alert.Alerts;
import io.portolan.app.json.AvroJson;
import io.portolan.judge.Judgement;
import io.portolan.judge.Rules;
import io.portolan.label.LabelledFlow;
import io.portolan.schema.PortAlert;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** Prints the alerts that the job would write, as JSON lines; most flows raise none. */
public final class AlertOutput implements Output {
    private final Alerts alerts;
    private final JsonGenerator json;

    public AlertOutput(Rules rules, Writer out) throws IOException {
        this.alerts = new Alerts(rules);
        this.json = AvroJson.generator(out);
    }

    @Override
    public void write(LabelledFlow labelled, Judgement judgement) throws IOException {
        for (PortAlert alert : alerts.of(labelled, judgement, Optional.empty())) {
            AvroJson.writeLine(json, alert);
        }
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }
}
