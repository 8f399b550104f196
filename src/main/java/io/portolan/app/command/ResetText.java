package io.portolan.app.command;

import io.portolan.app.config.PortolanConfig;
import io.portolan.app.reset.LocalState;
import io.portolan.app.reset.Move;
import io.portolan.app.reset.ResetPlan;
import java.io.PrintWriter;
import java.util.List;

/** Tells a person what a reset does. */
record ResetText(PortolanConfig config, ResetPlan plan) {
    void print(PrintWriter out) {
        out.println("Reset of " + config.applicationId() + " on " + config.brokers());
        out.println();
        Table table = new Table("TOPIC", "USE", "PARTITIONS", "READ AGAIN", "PASSED OVER");
        plan.topics().inputs().forEach(topic -> add(table, topic, "input"));
        plan.topics().between().forEach(topic -> add(table, topic, "between stages"));
        table.print(out);
        out.println();
        if (!plan.deleted().isEmpty()) {
            out.println(
                    "Topics deleted, and with them the stories that are open: " + String.join(", ", plan.deleted()));
        }
        out.println(local(plan.state()));
        out.println("Topics that stay as they are, so that their readers see again what is read again: "
                + String.join(", ", plan.topics().outputs()));
        if (!plan.members().isEmpty()) {
            out.println("Members that have to stop first: " + String.join(", ", plan.members()));
        }
    }

    static String local(LocalState state) {
        return state.exists()
                ? "State deleted on this machine: " + state.folder()
                : "There is no state on this machine in " + state.folder()
                        + "; where an instance has some, run there: portolan reset --local-state";
    }

    private void add(Table table, String topic, String use) {
        List<Move> moves = plan.moves(topic);
        table.add(
                topic,
                use,
                Integer.toString(moves.size()),
                "%,d".formatted(moves.stream().mapToLong(Move::again).sum()),
                "%,d".formatted(moves.stream().mapToLong(Move::skipped).sum()));
    }
}
