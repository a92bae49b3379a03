package io.github.pg1c.tuning.calculation;

import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.rule.RuleProblem;
import io.github.pg1c.tuning.rule.RuleProblem.Kind;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.TuningRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls rules that do not come with pg1c, and describes their faults. */
public final class RuleFaults {

    private static final Text MEND = Text.of(
            "correct the rule, or name a preset without it", "исправьте правило или укажите набор правил без него");

    private RuleFaults() {}

    /**
     * The answer of a rule.
     *
     * @throws FaultyRule when the rule throws an exception or its classes cannot be loaded
     */
    static <T> T ask(TuningRule rule, Supplier<T> question) {
        try {
            return question.get();
        } catch (FaultyRule e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw failure(rule, reason(e));
        }
    }

    /**
     * An answer that must not be null.
     *
     * @param method what is asked, for the message
     * @throws FaultyRule when the rule throws an exception or answers null
     */
    public static <T> T answer(TuningRule rule, Function<TuningRule, T> question, String method) {
        return ask(rule, () -> Objects.requireNonNull(question.apply(rule), method + " returns null"));
    }

    /** The fault of rules that wait for each other. */
    static FaultyRule ring(TuningRule rule, List<String> parameters) {
        if (parameters.size() == 1) {
            String own = parameters.get(0);
            return failure(
                    rule,
                    Text.of("it asks for its own value of " + own, "оно спрашивает собственное значение " + own),
                    Text.of(
                            "ask replaced() for the value that the rule replaces",
                            "значение, которое правило заменяет, даёт replaced()"));
        }
        String list = String.join(", ", parameters);
        return failure(
                rule,
                Text.of(
                        "the rules of these parameters wait for each other: " + list,
                        "правила параметров ждут друг друга: " + list),
                Text.of(
                        "let one of the rules not ask for the other value",
                        "уберите из одного правила запрос чужого значения"));
    }

    /** The fault of a rule whose value PostgreSQL or 1C refuses. */
    public static FaultyRule refused(TuningRule rule, String value, Text why, Text remedy) {
        return new FaultyRule(
                rule,
                new RuleProblem(
                        Kind.VALUE, rule.id(), source(rule), Optional.of(value), named(rule, why), correction(remedy)));
    }

    /** A sentence about a value, after the name and the source of its rule. */
    public static Text named(TuningRule rule, Text why) {
        Text name = name(rule);
        return Text.of(name.en() + ": " + why.en(), name.ru() + ": " + why.ru());
    }

    /** A remedy for a value as one for its rule. */
    public static Text correction(Text remedy) {
        return Text.of("correct the rule: " + remedy.en(), "исправьте правило: " + remedy.ru());
    }

    /** The problem of a class that brings rules and fails. */
    public static RuleProblem provider(String name, Throwable cause) {
        return provider(name, reason(cause));
    }

    private static RuleProblem provider(String name, Text why) {
        return new RuleProblem(
                Kind.PROVIDER,
                name,
                Optional.empty(),
                Optional.empty(),
                Text.of(
                        "rules of " + name + " cannot be used: " + why.en(),
                        "правила " + name + " не подходят: " + why.ru()),
                Text.of(
                        "correct the class, or remove its jar from the class path",
                        "исправьте класс или уберите его jar из class path"));
    }

    private static FaultyRule failure(TuningRule rule, Text why) {
        return failure(rule, why, MEND);
    }

    private static FaultyRule failure(TuningRule rule, Text why, Text remedy) {
        Text name = name(rule);
        return new FaultyRule(
                rule,
                new RuleProblem(
                        Kind.FAILURE,
                        rule.id(),
                        source(rule),
                        Optional.empty(),
                        Text.of(name.en() + " fails: " + why.en(), name.ru() + " не работает: " + why.ru()),
                        remedy));
    }

    private static Text name(TuningRule rule) {
        Optional<RuleSource> source = source(rule);
        String code = source.map(RuleSource::code).orElse("?");
        Text title = source.map(RuleSource::title).orElseGet(() -> Text.same("?"));
        return Text.of(
                "rule " + rule.id() + " for " + rule.parameter() + " (source " + code + ": " + title.en() + ")",
                "правило " + rule.id() + " для " + rule.parameter() + " (источник " + code + ": " + title.ru() + ")");
    }

    /** The source of a rule, unless asking for it fails. */
    private static Optional<RuleSource> source(TuningRule rule) {
        try {
            return Optional.ofNullable(rule.source());
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static Text quoted(String words) {
        return Text.of(words, "«" + words + "»");
    }

    private static Text reason(Throwable cause) {
        return cause instanceof MalformedValueException malformed
                ? Text.of(
                        malformed.problem().en() + ", " + malformed.remedy().en(),
                        malformed.problem().ru() + ", " + malformed.remedy().ru())
                : quoted(cause.getCause() == null ? cause.toString() : cause + " (" + cause.getCause() + ")");
    }
}
