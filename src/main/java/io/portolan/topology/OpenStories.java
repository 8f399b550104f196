package io.portolan.topology;

import io.portolan.schema.StoryKind;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The stories that are open in the tasks of this instance; those of a task that moved away are no longer counted. */
public final class OpenStories {
    private final Set<Task> tasks = ConcurrentHashMap.newKeySet();

    /** How many are open: an alert has told of them, and no last one. */
    public long open(StoryKind kind) {
        return tasks.stream()
                .filter(task -> task.kind == kind)
                .mapToLong(task -> task.open.get())
                .sum();
    }

    Task task(StoryKind kind) {
        Task task = new Task(kind);
        tasks.add(task);
        return task;
    }

    /** Those of one task. Closed with it. */
    final class Task implements AutoCloseable {
        private final StoryKind kind;
        private final AtomicLong open = new AtomicLong();

        private Task(StoryKind kind) {
            this.kind = kind;
        }

        void set(long count) {
            open.set(count);
        }

        @Override
        public void close() {
            tasks.remove(this);
        }
    }
}
