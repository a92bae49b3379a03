package io.github.pg1c.patroni.internal.config;

import io.github.pg1c.base.words.Text;

/** What Patroni makes of a value that is not allowed: sentences behind its name and version. */
final class Consequence {
    /** An exception while the configuration is taken over. */
    static final Text REFUSES = Text.of(
            "keeps its former configuration, also at every later change",
            "сохраняет прежнюю конфигурацию, в том числе при каждом следующем изменении");
    /** An exception in the loop, or in a thread beside it. */
    static final Text FAILS = Text.of("fails whenever it uses the value", "выдаёт ошибку всякий раз, когда читает его");

    static final Text USES = Text.of(
            "takes it unchecked, against its own documentation",
            "примет его без проверки, вопреки своей же документации");

    static final Text OFF = Text.of("takes it for off", "примет его за off");
    static final Text ON = Text.of("takes it for on", "примет его за on");
    static final Text EMPTY_SECTION = Text.of("takes it for an empty section", "примет его за пустой раздел");
    static final Text UNKNOWN = Text.of(
            "may read this key: this library knows the keys of Patroni up to " + Releases.last() + ", and not this one",
            "возможно, читает этот ключ: библиотека знает ключи Patroni до " + Releases.last() + ", а этого не знает");
    static final Text SKIPS = Text.of("passes over it", "пропустит его");

    private Consequence() {}

    static Text takes(String value) {
        return Text.of("takes " + value + " instead", "возьмёт вместо него " + value);
    }

    static Text takesDefault(String value) {
        return Text.of("takes its default instead, " + value, "возьмёт вместо него значение по умолчанию, " + value);
    }
}
