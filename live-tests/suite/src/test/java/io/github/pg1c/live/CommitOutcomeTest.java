package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLWarning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitOutcomeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "23502", "23505", "25006", "28000", "28P01", "3D000", "40000", "40001", "40P01", "42501", "42P01",
                "53300", "57P03"
            })
    void aWriteThatTheServerRefusedBeforeTheCommitHasFailed(String state) {
        assertThat(CommitOutcome.ofError(new SQLException("refused", state))).isEqualTo(CommitOutcome.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "01000", "08000", "08001", "08003", "08004", "08006", "08007", "08P01", "22023", "25000", "25P02",
                "25P03", "25P04", "26000", "40003", "42703", "53000", "53100", "53200", "55P03", "57000", "57014",
                "57P01", "57P02", "57P04", "57P05", "58000", "58030", "99999", "XX000", "XX001"
            })
    void everyOtherErrorLeavesItUnknown(String state) {
        assertThat(CommitOutcome.ofError(new SQLException("cut off", state))).isEqualTo(CommitOutcome.UNKNOWN);
    }

    @Test
    void anErrorWithoutAStateLeavesItUnknown() {
        assertThat(CommitOutcome.ofError(new SQLException("closed"))).isEqualTo(CommitOutcome.UNKNOWN);
        assertThat(CommitOutcome.ofError(new SQLTimeoutException("late"))).isEqualTo(CommitOutcome.UNKNOWN);
        assertThat(CommitOutcome.ofError(
                        new SQLException("cut off", "08006", new SocketTimeoutException("Read timed out"))))
                .isEqualTo(CommitOutcome.UNKNOWN);
    }

    @Test
    void anErrorThatFollowsARefusalDoesNotUndoIt() {
        SQLException refused = new SQLException("the database system is starting up", "57P03");
        refused.setNextException(new SQLException("closed", "08006"));

        assertThat(CommitOutcome.ofError(refused)).isEqualTo(CommitOutcome.FAILED);
    }

    @Test
    void anAnswerWithoutWarningsIsAcknowledged() {
        assertThat(CommitOutcome.ofReply(null)).isEqualTo(CommitOutcome.ACKNOWLEDGED);
        assertThat(CommitOutcome.ofReply(chain("00000", "00000"))).isEqualTo(CommitOutcome.ACKNOWLEDGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01000", "57P01", "99999"})
    void aCancelledWaitForTheStandbyLeavesItUnknownWhereverItsWarningIs(String state) {
        assertThat(CommitOutcome.ofReply(chain(state))).isEqualTo(CommitOutcome.UNKNOWN);
        assertThat(CommitOutcome.ofReply(chain(state, "00000"))).isEqualTo(CommitOutcome.UNKNOWN);
        assertThat(CommitOutcome.ofReply(chain("00000", state))).isEqualTo(CommitOutcome.UNKNOWN);
    }

    @Test
    void aWarningWithoutAStateLeavesItUnknown() {
        assertThat(CommitOutcome.ofReply(new SQLWarning("?"))).isEqualTo(CommitOutcome.UNKNOWN);
    }

    /** Warnings with these states, in this order. */
    private static SQLWarning chain(String first, String... others) {
        String words = "canceling wait for synchronous replication due to user request";
        SQLWarning chain = new SQLWarning(words, first);
        for (String state : others) {
            chain.setNextWarning(new SQLWarning(words, state));
        }
        return chain;
    }
}
