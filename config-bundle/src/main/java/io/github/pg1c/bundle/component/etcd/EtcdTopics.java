package io.github.pg1c.bundle.component.etcd;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.runbook.Topic;

/** Chapters of the runbook about etcd only. */
public final class EtcdTopics {

    public static final Topic MEMBER =
            new Topic(15, "etcd-member", Text.of("Replacing a member of etcd", "Замена члена etcd"));
    public static final Topic QUORUM_LOSS =
            new Topic(16, "quorum-loss", Text.of("Loss of etcd's quorum", "Потеря кворума etcd"));

    private EtcdTopics() {}
}
