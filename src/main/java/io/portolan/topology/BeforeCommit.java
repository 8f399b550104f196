package io.portolan.topology;

import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * What a task has gathered and not sent: told when the task is about to commit, so that it goes into the transaction of the
 * records that it comes from, and is lost with them if they are. Kafka Streams writes out its own caches by the same
 * call; there is none that is public, so that all use of its internals stands here (docs/adr/0018).
 */
final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {
    private final String name;
    private @Nullable Runnable action;
    private boolean open;

    private BeforeCommit(String name) {
        this.name = name;
    }

    /** Makes one a task. It has no changelog: a task that begins has gathered nothing. */
    static StoreBuilder<BeforeCommit> builder(String name) {
        return new Builder(name);
    }

    /**
     * What to do before each commit: it may forward records. To be called by a processor within its init.
     *
     * @param context of the processor
     */
    void run(ProcessorContext<?, ?> context, Runnable work) {
        InternalProcessorContext<?, ?> task = (InternalProcessorContext<?, ?>) context;
        ProcessorNode<?, ?, ?, ?> node = task.currentNode();
        action = () -> as(task, node, work);
    }

    /** A processor forwards to the children of the node that is at work, and here none is. */
    private static void as(InternalProcessorContext<?, ?> task, ProcessorNode<?, ?, ?, ?> node, Runnable work) {
        ProcessorNode<?, ?, ?, ?> before = task.currentNode();
        ProcessorRecordContext record = task.recordContext();
        task.setCurrentNode(node);
        task.setRecordContext(new ProcessorRecordContext(task.currentSystemTimeMs(), -1, -1, "", new RecordHeaders()));
        try {
            work.run();
        } finally {
            task.setCurrentNode(before);
            task.setRecordContext(record);
        }
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void flushCache() {
        if (action != null) {
            action.run();
        }
    }

    @Override
    public void clearCache() {
        action = null;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        action = null;
    }

    private record Builder(String name) implements StoreBuilder<BeforeCommit> {
        @Override
        public BeforeCommit build() {
            return new BeforeCommit(name);
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("nothing is kept that a changelog could hold");
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
