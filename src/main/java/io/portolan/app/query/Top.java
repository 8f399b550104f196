package io.portolan.app.query;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** The first of many in an order, without keeping the others. */
final class Top<T> {
    private final int limit;
    private final Comparator<T> order;
    private final PriorityQueue<T> last;

    Top(int limit, Comparator<T> order) {
        this.limit = limit;
        this.order = order;
        this.last = new PriorityQueue<>(order.reversed());
    }

    void offer(T one, Predicate<T> wanted) {
        if (!wanted.test(one)) {
            return;
        }
        last.add(one);
        if (last.size() > limit) {
            last.remove();
        }
    }

    boolean isFull() {
        return last.size() >= limit;
    }

    List<T> inOrder() {
        return last.stream().sorted(order).toList();
    }
}
