package io.github.pg1c.tuning.input;

import io.github.pg1c.base.words.Text;

/**
 * What uses the databases of a server.
 *
 * @since 0.1
 */
public enum Application {
    /** 1C:Enterprise, alone or beside others. */
    ONE_C("1c", "1C", "1С", "1С", Preset.BALANCED),
    /** Anything but 1C. */
    OTHER("other", "the applications", "приложения", "приложений", Preset.GENERAL);

    private final String id;
    private final Text title;
    private final String genitive;
    private final Preset preset;

    Application(String id, String en, String ru, String genitive, Preset preset) {
        this.id = id;
        this.title = Text.of(en, ru);
        this.genitive = genitive;
        this.preset = preset;
    }

    /** The word in a specification. */
    public String id() {
        return id;
    }

    /** Its name in sentences. */
    public Text title() {
        return title;
    }

    /** Connections, sessions and the like of it: "connections of 1C". */
    public Text of(String en, String ru) {
        return Text.of(en + " of " + title.en(), ru + " " + genitive);
    }

    /** The rules to calculate by where nothing else is named. */
    public Preset preset() {
        return preset;
    }

    /** The rules that a name in a specification means: {@code balanced} is what fits the application. */
    public Preset preset(Preset named) {
        return named.equals(Preset.BALANCED) ? preset : named;
    }
}
