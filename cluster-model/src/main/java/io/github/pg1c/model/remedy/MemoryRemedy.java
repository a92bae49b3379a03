package io.github.pg1c.model.remedy;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.rule.FaultyRulesException;
import io.github.pg1c.tuning.rule.RuleSet;

/** The memory or the number of connections that would fit. */
public final class MemoryRemedy {

    private static final long MOST_GIGABYTES = 4096;

    private MemoryRemedy() {}

    /** The most connections for the node's memory, the least memory for the connections. */
    public static Text remedy(TuningInput input, RuleSet rules) {
        int connections = connections(input, rules);
        long gigabytes = gigabytes(input, rules);
        String memory = gigabytes > MOST_GIGABYTES
                ? ""
                : MemorySize.ofGigabytes(gigabytes).toString();
        String en = memory.isEmpty() ? "" : "give the node " + memory + " of memory";
        String ru = memory.isEmpty() ? "" : "дайте узлу " + memory + " памяти";
        if (connections > 0) {
            en += (en.isEmpty() ? "" : ", or ") + "let 1C open " + connections + " connections at most";
            ru += (ru.isEmpty() ? "" : " или ") + "ограничьте 1С числом соединений " + connections;
        }
        return en.isEmpty()
                ? Text.of("remove parameters that take memory", "уберите параметры, занимающие память")
                : Text.of(en, ru);
    }

    private static int connections(TuningInput input, RuleSet rules) {
        int fits = 0;
        int tooMany = input.connections();
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (fits(input, rules, input.memory(), middle)) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits;
    }

    private static long gigabytes(TuningInput input, RuleSet rules) {
        long tooFew = Math.max(0, input.memory().bytes() >> 30);
        long fits = tooFew + 1;
        while (fits <= MOST_GIGABYTES && !fits(input, rules, MemorySize.ofGigabytes(fits), input.connections())) {
            tooFew = fits;
            fits *= 2;
        }
        while (fits <= MOST_GIGABYTES && fits - tooFew > 1) {
            long middle = (fits + tooFew) >>> 1;
            if (fits(input, rules, MemorySize.ofGigabytes(middle), input.connections())) {
                fits = middle;
            } else {
                tooFew = middle;
            }
        }
        return fits;
    }

    private static boolean fits(TuningInput input, RuleSet rules, MemorySize memory, int connections) {
        TuningInput other = input.toBuilder(memory, input.cpus(), connections).build();
        try {
            return Calculator.plan(other, rules).budget().fits();
        } catch (FaultyRulesException e) {
            return false; // A rule of the user fails for a node of that size.
        }
    }
}
