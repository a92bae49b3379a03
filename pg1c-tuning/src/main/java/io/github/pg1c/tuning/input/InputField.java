package io.github.pg1c.tuning.input;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The components of {@link TuningInput}, one row each. The tables of the READMEs are made of them.
 *
 * @since 0.1
 */
public enum InputField {
    MEMORY("memory", "memory of the node, as 16GB", "память узла в виде 16GB"),
    CPUS("cpus", "its processor cores", "его ядра"),
    CONNECTIONS(
            "connections",
            "connections that 1C or other applications open at the same time",
            "соединения, которые 1С или другие приложения открывают одновременно"),
    DISK(
            "disk",
            "kind of the data's disk",
            "вид диска с данными",
            words(DiskClass.values(), DiskClass::id),
            input -> input.disk().id()),
    APPLICATION(
            "application",
            "what uses the databases",
            "что пользуется базами",
            words(Application.values(), Application::id),
            input -> input.application().id()),
    DATABASE_SIZE(
            "databaseSize",
            "size of all databases together",
            "размер всех баз вместе",
            List.of(),
            TuningInput::databaseSize),
    WAL_DISK("walDisk", "size of the disk that holds WAL", "размер диска с WAL", List.of(), TuningInput::walDisk),
    WAL_PLACE(
            "walPlace",
            "what is known of that disk: its size is assumed, WAL has it to itself, or the databases are on it too",
            "что известно об этом диске: размер принят по умолчанию, WAL занимает его один, или на нём и базы",
            words(WalPlace.values(), WalPlace::id),
            input -> input.walPlace().id()),
    MAJOR("major", "major version of PostgreSQL", "основная версия PostgreSQL", List.of(), TuningInput::major),
    DISTRIBUTION(
            "distribution",
            "build of PostgreSQL",
            "сборка PostgreSQL",
            words(Distribution.values(), Distribution::id),
            input -> input.distribution().id()),
    LZ4(
            "lz4",
            "the server is known to be built with LZ4, as the packages of 15 and later of Debian, Ubuntu and PGDG for"
                    + " these: WAL is compressed by it",
            "известно, что сервер собран с LZ4, как пакеты 15 и новее в Debian, Ubuntu и в PGDG для них: им сжимается"
                    + " WAL",
            List.of(),
            TuningInput::lz4),
    PRESET(
            "preset",
            "rules to calculate by; general by default where the application is other",
            "набор правил для расчёта; для приложения other по умолчанию general",
            List.of(),
            input -> input.preset().id()),
    STANDBYS(
            "standbys",
            "members of the cluster beside the leader",
            "узлы кластера кроме лидера",
            List.of(),
            TuningInput::standbys),
    SYNCHRONOUS(
            "synchronous",
            "a commit waits for a standby",
            "фиксация ждёт реплику",
            List.of(),
            TuningInput::synchronous),
    DATABASE_COPIES(
            "databaseCopies",
            "1C keeps copies of databases by logical decoding",
            "1С ведёт копии баз через логическое декодирование",
            List.of(),
            TuningInput::databaseCopies),
    SHARED_WITH_1C_SERVER(
            "sharedWith1cServer",
            "a 1C server runs on the same node and takes half of the memory",
            "на том же узле работает сервер 1С и занимает половину памяти",
            List.of(),
            TuningInput::sharedWith1cServer),
    POOLING(
            "pooling",
            "mode of the pooler, off without one; 1C works in session mode only",
            "режим пулера, off — без него; 1С работает только в режиме сеанса",
            words(PoolMode.values(), PoolMode::id),
            input -> input.pooling().id()),
    CONTAINER(
            "container",
            "limits of the container that PostgreSQL runs in: memory and processors",
            "ограничения контейнера, в котором работает PostgreSQL: память и процессоры"),
    LIBRARIES(
            "libraries",
            "further libraries that the server loads at its start, in their order",
            "дополнительные библиотеки, которые сервер загружает при запуске, по порядку"),
    OVERRIDES(
            "overrides",
            "parameters that replace calculated ones; they are checked, and the rest is calculated from them",
            "параметры вместо рассчитанных; они проверяются, а остальное рассчитывается по ним");

    private final String id;
    private final Text title;
    private final List<String> words;
    private final Function<TuningInput, Object> value;

    InputField(String id, String en, String ru) {
        this(id, en, ru, List.of(), input -> "");
    }

    InputField(String id, String en, String ru, List<String> words, Function<TuningInput, Object> value) {
        this.id = id;
        this.title = Text.of(en, ru);
        this.words = words;
        this.value = value;
    }

    private static <T> List<String> words(T[] values, Function<T, String> id) {
        return Arrays.stream(values).map(id).toList();
    }

    /** The name of the component of {@link TuningInput}. */
    public String id() {
        return id;
    }

    /** Its meaning. */
    public Text title() {
        return title;
    }

    /** The allowed words; empty for a number or a name. */
    public List<String> words() {
        return words;
    }

    /** The value by default; empty without one, and for mandatory components. */
    public Optional<String> defaultValue() {
        TuningInput input = TuningInput.builder(TuningInput.LEAST_MEMORY, 1, 1).build();
        return Optional.of(value.apply(input).toString()).filter(text -> !text.isEmpty());
    }
}
