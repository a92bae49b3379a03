package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.text.TextTable;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that takes space on one disk of a database node, added up.
 *
 * @param name what the disk holds
 * @param items the lines, in declared order
 * @param size of the disk; empty when it is not given
 * @since 0.1
 */
public record DiskBudget(Text name, List<DiskItem> items, Optional<MemorySize> size) {

    private static final Text TOTAL = Text.of("Total", "Итого");
    private static final Text HEADROOM = Text.of("Headroom", "Запас");
    private static final Text HEADROOM_FORMULA =
            Text.of("10 % of the disk: file system, logs, growth", "10 % диска: файловая система, журналы, рост");
    private static final Text SIZE = Text.of("Disk", "Диск");
    private static final Text UNKNOWN = Text.of("size not given", "размер не указан");

    public DiskBudget {
        items = List.copyOf(items);
    }

    /**
     * The budgets of a node's disks.
     *
     * @param value the value of a parameter in force, empty for the server's default
     */
    public static List<DiskBudget> of(TuningInput input, Function<String, Optional<String>> value, DiskLayout layout) {
        return new DiskNeeds(input, value).budgets(layout);
    }

    /** The sum of the lines. */
    public MemorySize needed() {
        return items.stream().map(DiskItem::size).reduce(MemorySize.ZERO, MemorySize::plus);
    }

    /** A tenth of the disk that stays free. */
    public MemorySize headroom() {
        return size.map(whole -> whole.dividedBy(10)).orElse(MemorySize.ZERO);
    }

    /** Whether the sum fits; true for a disk of unknown size. */
    public boolean fits() {
        return size.map(whole -> needed().compareTo(whole) <= 0).orElse(true);
    }

    /** Whether the sum leaves the headroom free; true for a disk of unknown size. */
    public boolean headroomFits() {
        return size.map(whole -> needed().plus(headroom()).compareTo(whole) <= 0)
                .orElse(true);
    }

    /** The sum against the size in words, for a disk that is too small. */
    public Text shortage() {
        String whole = readable(size.orElse(MemorySize.ZERO));
        String sum = readable(needed()) + (fits() ? " + " + readable(headroom()) : "") + " > " + whole;
        return Text.of(name.en() + ": " + sum, name.ru() + ": " + sum);
    }

    /** {@link #needed()} for people. */
    public Text sum() {
        return Text.same(readable(needed()));
    }

    /** {@link #size()} for people. */
    public Text given() {
        return size.map(whole -> Text.same(readable(whole))).orElse(UNKNOWN);
    }

    /** Rows of a table: what, how much, the calculation. The last row is the size of the disk. */
    public List<List<Text>> rows() {
        List<List<Text>> rows = new ArrayList<>();
        items.forEach(item -> rows.add(List.of(
                item.title(),
                item.limited() ? Text.same(readable(item.size())) : Text.of("no limit", "без предела"),
                item.formula())));
        rows.add(List.of(TOTAL, sum(), Text.same("")));
        size.ifPresent(whole -> rows.add(List.of(HEADROOM, Text.same(readable(headroom())), HEADROOM_FORMULA)));
        rows.add(List.of(SIZE, given(), Text.same("")));
        return rows;
    }

    /** The sum line by line, as a table of plain text that ends with a line feed. */
    public String sum(Language language) {
        TextTable table = new TextTable().numbers(1);
        rows().forEach(row ->
                table.row(row.stream().map(cell -> cell.in(language)).toArray(String[]::new)));
        return table.plain("");
    }

    /** Gigabytes with one decimal, rounded up, because a printed sum must not look smaller than it is. */
    private static String readable(MemorySize size) {
        long tenths = (size.bytes() * 10 + (1L << 30) - 1) >> 30;
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " GB";
    }
}
