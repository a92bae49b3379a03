package io.github.pg1c.tuning.explain;

import io.github.pg1c.base.words.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of measured effects; it is read when it is first asked for, never by a calculation. */
final class MeasuredEffects {

    /** So many effects are told in one sentence; the table has all. */
    private static final int TOLD = 4;

    private static final Map<String, Text> REGIMES = Map.of(
            "in-memory", Text.of("data in memory", "данные в памяти"),
            "larger", Text.of("data three times the memory", "данные втрое больше памяти"));

    private static final Map<String, Text> PHASES = Map.of(
            "posting", Text.of("posting", "проведение"),
            "reports", Text.of("reports", "отчёты"),
            "restricted", Text.of("lists restricted by rows", "списки с ограничением по строкам"),
            "selection", Text.of("joins with the selection last", "соединения, где отбор последний"),
            "restructuring", Text.of("restructuring", "реструктуризация"),
            "temporary", Text.of("temporary tables", "временные таблицы"));

    private static final Map<String, Text> QUANTITIES = Map.of(
            "cpu_ms", Text.of("processor time", "время процессора"),
            "p99_ms", Text.of("99th percentile of latency", "99-й процентиль задержки"),
            "blocks", Text.of("blocks read", "прочитано блоков"),
            "disk_mb", Text.of("read from the disk", "прочитано с диска"),
            "temp_mb", Text.of("temporary files", "временные файлы"),
            "wal_mb", Text.of("WAL", "WAL"),
            "peak_mb", Text.of("most memory held", "наибольшая занятая память"),
            "catalog_mb", Text.of("size of the catalogs", "размер каталогов"));

    private MeasuredEffects() {}

    /** Loaded on first use. */
    private static final class Table {
        private static final Map<String, List<MeasuredEffect>> BY_RULE = read();

        private static Map<String, List<MeasuredEffect>> read() {
            try (InputStream resource = MeasuredEffects.class.getResourceAsStream("measured.tsv")) {
                if (resource == null) {
                    throw new IllegalStateException("measured.tsv is not beside " + MeasuredEffects.class);
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(Table::effect)
                        .sorted(Comparator.comparingDouble(Table::strength).reversed())
                        .collect(Collectors.groupingBy(MeasuredEffect::ruleId));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static MeasuredEffect effect(String line) {
            String[] columns = line.split("\t", -1);
            return new MeasuredEffect(
                    columns[0],
                    columns[1],
                    columns[2],
                    columns[3],
                    Double.parseDouble(columns[4]),
                    Double.parseDouble(columns[5]),
                    Integer.parseInt(columns[6]));
        }

        private static double strength(MeasuredEffect effect) {
            return Math.abs(Math.log(effect.ratio())) / Math.log(1 + effect.noise());
        }
    }

    static List<MeasuredEffect> of(String ruleId) {
        return Table.BY_RULE.getOrDefault(ruleId, List.of());
    }

    /** All effects that are told, and their rules. */
    static Map<String, List<MeasuredEffect>> all() {
        return Table.BY_RULE;
    }

    static Text text(MeasuredEffect effect) {
        if (effect.withinNoise()) {
            return Text.of(
                    String.format(Locale.ROOT, "within the noise of ±%.0f %%", 100 * effect.noise()),
                    String.format(Locale.ROOT, "в пределах шума ±%.0f %%", 100 * effect.noise()));
        }
        int space = effect.phase().indexOf(' ');
        Text phase = say(PHASES, effect.phase().substring(0, space));
        Text regime = say(REGIMES, effect.regime());
        Text quantity = say(QUANTITIES, effect.quantity());
        String figures = String.format(
                Locale.ROOT,
                effect.ratio() >= 0.005 && effect.ratio() < 99.5 ? "× %.2f (±%.0f %%)" : "× %.0f (±%.0f %%)",
                effect.ratio(),
                100 * effect.noise());
        return Text.of(
                phase.en() + ", " + regime.en() + ": " + quantity.en() + " " + figures,
                phase.ru() + ", " + regime.ru() + ": " + quantity.ru() + " " + figures);
    }

    private static Text say(Map<String, Text> texts, String id) {
        Text text = texts.get(id);
        if (text == null) {
            throw new IllegalStateException("measured.tsv has " + id + ", which has no name");
        }
        return text;
    }

    /** What is told of a rule; empty for one that was not measured. */
    static Text told(List<MeasuredEffect> effects) {
        if (effects.isEmpty()) {
            return Text.same("");
        }
        List<Text> texts =
                effects.stream().limit(TOLD).map(MeasuredEffect::text).toList();
        String en = texts.stream().map(Text::en).collect(Collectors.joining("; "));
        String ru = texts.stream().map(Text::ru).collect(Collectors.joining("; "));
        return Text.of("without it " + en, "без него " + ru);
    }
}
