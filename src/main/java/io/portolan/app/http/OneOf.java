package io.portolan.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.portolan.app.json.JsonTree;
import io.portolan.app.query.JobState;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpStatus;

/** One thing by its key, from whichever instance holds it. */
final class OneOf {
    private OneOf() {}

    /**
     * The answer; a problem of the status 404 if no instance holds it.
     *
     * @param list path of all of them
     * @param kind what is looked for
     * @param here how this instance looks for it
     */
    static Reply reply(
            Served served, Call call, String list, String kind, Function<JobState, Optional<ObjectNode>> here) {
        String key = call.path().substring(list.length() + 1);
        if (Scope.of(call) == Scope.INSTANCE) {
            return Reply.json(inside(served, kind, here));
        }
        String decoded = call.segments().values().iterator().next();
        return served.cluster()
                .find(Asked.path(list, decoded), () -> here.apply(served.state()))
                .map(Reply::json)
                .orElseThrow(() -> missing(kind + " has the key " + Parameters.shown(key), JsonTree.object()));
    }

    /** The instance that asks wants to know which tasks had nothing. */
    private static ObjectNode inside(Served served, String kind, Function<JobState, Optional<ObjectNode>> here) {
        ObjectNode found = JsonTree.object();
        ObjectNode tasks = served.cluster().here(() -> {
            here.apply(served.state()).ifPresent(found::setAll);
            return JsonTree.object();
        });
        if (found.isEmpty()) {
            throw missing(kind + " on this instance has the key", tasks);
        }
        return found;
    }

    private static ProblemException missing(String what, ObjectNode more) {
        return new ProblemException(HttpStatus.NOT_FOUND_404, "no " + what, more);
    }
}
