package io.portolan.alert.story;

import io.portolan.flow.Flow;
import io.portolan.judge.Rules;
import io.portolan.label.LabelledFlow;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What stories stand on.
 *
 * @param rules those in force, asked for anew with every flow
 * @param labeller labels a flow that is looked at once more
 * @param settings when a story is told
 * @param store where stories are kept
 */
public record Ground(
        Supplier<Rules> rules, Function<Flow, LabelledFlow> labeller, StorySettings settings, StoryStore store) {}
