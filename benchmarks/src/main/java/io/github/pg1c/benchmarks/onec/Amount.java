package io.github.pg1c.benchmarks.onec;

import java.util.List;

/** How much work a run has. */
enum Amount {
    /** For comparing configurations: each phase that has clients with four of them and with twenty. */
    FULL {
        @Override
        int runsInATurn() {
            return 2;
        }

        @Override
        List<Phase> phases(Infobase infobase) {
            return List.of(
                    new PostingPhase(infobase, 4, 250, 0),
                    new PostingPhase(infobase, 20, 250, 250),
                    new ReportPhase(infobase, 4, 12),
                    new ReportPhase(infobase, 20, 20),
                    new RestrictedQueryPhase(infobase, 4, 12),
                    new RestrictedQueryPhase(infobase, 20, 20),
                    new SelectionQueryPhase(infobase, 4, 4),
                    new RestructuringPhase(Infobase.RESTRUCTURED_ROWS),
                    new TemporaryTablePhase(8, 800));
        }
    },
    /** For what makes WAL. */
    WRITES {
        @Override
        int runsInATurn() {
            return 4;
        }

        @Override
        List<Phase> phases(Infobase infobase) {
            return List.of(
                    new PostingPhase(infobase, 4, 250, 0),
                    new PostingPhase(infobase, 20, 250, 250),
                    new RestructuringPhase(Infobase.RESTRUCTURED_ROWS));
        }
    },
    /** For switching rules off one by one: one number of clients for each phase. */
    SHORT {
        @Override
        int runsInATurn() {
            return 5;
        }

        @Override
        List<Phase> phases(Infobase infobase) {
            return List.of(
                    new PostingPhase(infobase, 20, 120, 0),
                    new ReportPhase(infobase, 6, 6),
                    new RestrictedQueryPhase(infobase, 4, 6),
                    new SelectionQueryPhase(infobase, 2, 2),
                    new RestructuringPhase(Infobase.RESTRUCTURED_ROWS / 4),
                    new TemporaryTablePhase(8, 300));
        }
    };

    /** How many runs follow one another before others on the machine get their turn. */
    abstract int runsInATurn();

    abstract List<Phase> phases(Infobase infobase);
}
