package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Patroni's answer to a switchover or failover, by status and text of 3.0 to 4.1. */
public final class SwitchoverAnswer {
    private static final Pattern DONE = Pattern.compile("Successfully (?:switched|failed) over to \"(.*)\"");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:Switched|Failed) over to \"(.*)\" instead of \"(.*)\"");
    private static final Pattern GIVEN_UP = Pattern.compile(
            "(?:(?:Switchover|Failover) failed|failed to write (?:failover|switchover) key into DCS)\\.?.*");

    private SwitchoverAnswer() {}

    /** Null when the answer leaves the outcome open. */
    public static @Nullable SwitchoverOutcome read(OperationAnswer verdict, Switchover asked) {
        Matcher elsewhere = ELSEWHERE.matcher(verdict.text());
        if (verdict.status() == 200 && elsewhere.matches()) {
            return new SwitchoverOutcome.CompletedElsewhere(elsewhere.group(2), elsewhere.group(1), Evidence.ANSWER);
        }
        Matcher done = DONE.matcher(verdict.text());
        if (verdict.status() == 200 && done.matches()) {
            return completed(done.group(1), asked.candidate(), Evidence.ANSWER);
        }
        if (verdict.is(202, "scheduled") && asked.at().isPresent()) {
            return new SwitchoverOutcome.Scheduled(asked.at().get(), Evidence.ANSWER);
        }
        if (verdict.refusal() != null) {
            return Refused.inWordsOfPatroni(verdict.refusal(), verdict.text());
        }
        if (verdict.status() == 503 && GIVEN_UP.matcher(verdict.text()).matches()) {
            return new SwitchoverOutcome.Failed(verdict.text(), Optional.empty());
        }
        return null;
    }

    static SwitchoverOutcome completed(String leader, Optional<String> asked, Evidence evidence) {
        return asked.isEmpty() || asked.get().equals(leader)
                ? new SwitchoverOutcome.Completed(leader, evidence)
                : new SwitchoverOutcome.CompletedElsewhere(asked.get(), leader, evidence);
    }
}
