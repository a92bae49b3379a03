package io.github.pg1c.pki.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Programs without which a test cannot say anything. Where one is missing the test is skipped, which the build reports;
 * where {@code CI=true} or {@code -Dpg1c.tools.required=true} it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPrograms.Condition.class)
public @interface NeedsPrograms {
    /** Their names. */
    String[] value();

    /** Looks for the programs. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            List<String> missing = context
                    .getElement()
                    .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsPrograms.class))
                    .map(NeedsPrograms::value)
                    .stream()
                    .flatMap(Arrays::stream)
                    .filter(name -> Program.find(name).isEmpty())
                    .toList();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("all programs are there");
            }
            String reason = "missing: " + String.join(", ", missing) + " (see etcd-pki/src/test/sh/tools.sh)";
            if (areRequired()) {
                throw new AssertionError(reason);
            }
            System.err.println("NOT RUN: " + context.getDisplayName() + ", " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }

        static boolean areRequired() {
            return "true".equals(System.getenv("CI")) || Boolean.getBoolean("pg1c.tools.required");
        }
    }
}
