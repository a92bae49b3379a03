package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.Dialogue;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.ops.connect.ClusterConnection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The session of a goal with a cluster: the connection and the dialogue with the user.
 *
 * @param cluster the connection
 * @param language the language of sentences about the cluster
 * @param speech the way of speaking to the user
 * @param confirmation asks before dangerous actions
 * @param output receives the answer as a table or JSON, without remarks
 */
public record ClusterSession(
        ClusterConnection cluster,
        Language language,
        Speech speech,
        Confirmation confirmation,
        Consumer<String> output) {

    String name() {
        return cluster.name();
    }

    String in(Text text) {
        return dialogue().in(text);
    }

    /** Says a sentence about the cluster. */
    void say(Text text) {
        dialogue().say(text);
    }

    void warn(Text text) {
        dialogue().warn(text);
    }

    /** Says what went wrong; the result of the goal. */
    GoalResult failure(Text text) {
        return dialogue().failure(text);
    }

    GoalResult success(Text text) {
        return dialogue().success(text);
    }

    /** Asks; empty when the user agrees, else the result of the goal. */
    Optional<GoalResult> refusal(Text question) {
        return dialogue().refusal(question);
    }

    private Dialogue dialogue() {
        return new Dialogue(cluster.name(), language, speech, confirmation);
    }
}
