package io.github.pg1c.maven.parameter;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.Console.Style;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.value.Durations;
import io.github.pg1c.tuning.catalogue.MemorySize;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Problems of the parameters of a goal, collected and reported all at once. The plugin's README explains their codes.
 */
public final class ParameterProblems {

    /** A value that cannot be understood. */
    public static final String MALFORMED = "PG1C-903";
    /** A file that is missing or has other content. */
    public static final String FILE = "PG1C-904";
    /** A cluster that is not specified, or one of several that is not chosen. */
    public static final String CLUSTER = "PG1C-905";
    /** A parameter that is missing, or that another one excludes. */
    public static final String COMBINATION = "PG1C-906";

    private final List<Problem> problems = new ArrayList<>();

    /** Adds a problem, unless it was added before. */
    public void add(String code, String parameter, Text message, Text remedy) {
        Problem problem = new Problem(code, Severity.ERROR, parameter, Optional.empty(), message, remedy);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    public int count() {
        return problems.size();
    }

    /** A duration such as {@code 90s} or {@code 5min}. */
    public Optional<Duration> duration(String parameter, Optional<String> text) {
        try {
            return text.map(Durations::parse);
        } catch (MalformedValueException e) {
            add(MALFORMED, parameter, e.problem(), e.remedy());
            return Optional.empty();
        }
    }

    /** A size such as {@code 16MB}. */
    public Optional<MemorySize> size(String parameter, Optional<String> text) {
        try {
            return text.map(MemorySize::parse);
        } catch (IllegalArgumentException e) {
            add(
                    MALFORMED,
                    parameter,
                    Text.of(quoted(text) + " is not a size", quoted(text) + " — не размер"),
                    Text.of("write for example 16MB", "напишите, например, 16MB"));
            return Optional.empty();
        }
    }

    /** A whole number within bounds. */
    public Optional<Integer> number(String parameter, Optional<String> text, int least, int most) {
        Optional<Integer> number = text.filter(said -> said.matches("\\d{1,9}")).map(Integer::valueOf);
        return within(
                parameter,
                text,
                number.filter(n -> n >= least && n <= most),
                Integer.toString(least),
                Integer.toString(most));
    }

    /** A size that is not below another. */
    public Optional<MemorySize> size(String parameter, Optional<String> text, MemorySize least) {
        Optional<MemorySize> size = size(parameter, text);
        if (size.filter(said -> said.compareTo(least) < 0).isPresent()) {
            add(
                    MALFORMED,
                    parameter,
                    Text.of(quoted(text) + " is too little", quoted(text) + " — слишком мало"),
                    Text.of("write " + least + " or more", "напишите " + least + " или больше"));
        }
        return size;
    }

    /** The value of a text; adds a problem for a text without a value within the bounds. */
    public <T> Optional<T> within(
            String parameter, Optional<String> text, Optional<T> value, String least, String most) {
        if (text.isPresent() && value.isEmpty()) {
            add(
                    MALFORMED,
                    parameter,
                    Text.of(
                            quoted(text) + " is not a number that is possible here",
                            quoted(text) + " — не подходящее здесь число"),
                    Text.of(
                            "write a number from " + least + " to " + most,
                            "напишите число от " + least + " до " + most));
        }
        return value;
    }

    /** A moment with its offset from UTC, such as {@code 2026-11-22T03:00+03:00}. */
    public Optional<OffsetDateTime> time(String parameter, Optional<String> text) {
        try {
            return text.map(OffsetDateTime::parse);
        } catch (DateTimeParseException e) {
            add(
                    MALFORMED,
                    parameter,
                    Text.of(quoted(text) + " is not a time with its offset", quoted(text) + " — не время со смещением"),
                    Text.of(
                            "write date, time and offset from UTC, for example 2026-11-22T03:00+03:00",
                            "напишите дату, время и смещение от UTC, например 2026-11-22T03:00+03:00"));
            return Optional.empty();
        }
    }

    /** One of the words that stand for a value. */
    public <T> Optional<T> word(String parameter, Optional<String> text, Map<String, T> words) {
        if (text.isEmpty() || words.containsKey(text.get())) {
            return text.map(words::get);
        }
        String all = String.join(", ", words.keySet());
        add(
                MALFORMED,
                parameter,
                Text.of(quoted(text) + " is not known here", "значение " + quoted(text) + " здесь неизвестно"),
                Text.of("write one of: " + all, "напишите одно из: " + all));
        return Optional.empty();
    }

    /** Adds a problem when more than one of the parameters is given. */
    public void exclusive(Map<String, Boolean> parameters) {
        List<String> there = parameters.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
        if (there.size() > 1) {
            String all = String.join(", ", there);
            add(
                    COMBINATION,
                    all,
                    Text.of("these exclude each other", "эти параметры исключают друг друга"),
                    Text.of("leave one of them", "оставьте один из них"));
        }
    }

    /** Adds a problem for a file that cannot be read. */
    public void unreadable(String parameter, FileException file) {
        add(
                FILE,
                parameter,
                Text.of(
                        file.path() + " " + file.reason().en(),
                        file.path() + " " + file.reason().ru()),
                file.remedy());
    }

    public void missing(String parameter, Text why, Text remedy) {
        add(COMBINATION, parameter, why, remedy);
    }

    /** Adds a problem for a login that Maven's settings do not give. */
    public void unusableServer(String id) {
        add(
                MALFORMED,
                PropertyNames.SERVER,
                Text.of(
                        "settings.xml gives no login of '" + id + "'",
                        "в settings.xml нет пригодных имени и пароля для «" + id + "»"),
                Text.of(
                        "add a <server> with this id, user name and password, and for an encrypted one the"
                                + " master password of settings-security.xml",
                        "добавьте <server> с этим id, именем и паролем, а для зашифрованного — и главный"
                                + " пароль в settings-security.xml"));
    }

    private static String quoted(Optional<String> text) {
        return "'" + text.orElse("") + "'";
    }

    /** Reports all of them; the goal has failed and asked no cluster. */
    public GoalResult tell(Speech speech, Language language) {
        return tell(speech, language, Text.of("nothing was asked of a cluster", "к кластеру не обращались"));
    }

    /**
     * Reports all of them; the goal has failed.
     *
     * @param untouched the consequence, for example that nothing was written
     */
    public GoalResult tell(Speech speech, Language language, Text untouched) {
        show(speech, language);
        return GoalResult.failure(speech.in(
                language,
                Text.of(
                        "pg1c: errors: " + problems.size() + "; " + untouched.en(),
                        "pg1c: ошибок: " + problems.size() + "; " + untouched.ru())));
    }

    /** Shows all of them. */
    public void show(Speech speech, Language language) {
        for (Problem problem : problems) {
            String kind = speech.in(language, problem.severity().title()) + " " + problem.code();
            speech.console()
                    .say(
                            Level.ERROR,
                            speech.paint(Style.STRONG, problem.path()) + ": " + speech.paint(Style.FAILURE, kind) + ": "
                                    + speech.in(language, problem.message()));
            speech.console().say(Level.ERROR, "    " + speech.in(language, problem.remedy()));
        }
    }
}
