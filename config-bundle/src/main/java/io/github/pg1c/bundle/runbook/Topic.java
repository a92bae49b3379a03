package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import java.util.Locale;

/** The chapters of the runbook, in the order of the page: what to do now, what it is, how to build it, how to run it. */
public enum Topic {
    EMERGENCY("Something is broken right now", "Сломалось прямо сейчас", EmergencyChapter::write),
    CLUSTER("What this cluster is", "Что это за кластер", ClusterChapter::write),
    SURVIVAL("What it survives and what it does not", "Что кластер переживёт, а что нет", SurvivalChapter::write),
    PREPARATION("Before the first start", "Перед первым запуском", PreparationChapter::write),
    DELIVERY("Delivering the files", "Доставка файлов на узлы", DeliveryChapter::write),
    START("Starting the cluster", "Запуск кластера", StartChapter::write),
    CHECKS("Checks", "Проверки", ChecksChapter::write),
    CONNECTION("Connecting 1C", "Подключение 1С", ConnectionChapter::write),
    SWITCHOVER("Planned switchover", "Плановое переключение лидера", SwitchoverChapter::write),
    FAILOVER("What happens by itself in a failover", "Что происходит при аварии само", SwitchoverChapter::failover),
    CHANGES("Changing settings", "Изменение настроек", ChangesChapter::write),
    RESTARTS("Order of restarts", "Порядок перезапусков", ChangesChapter::restarts),
    DATABASES("Adding a database", "Добавление базы данных", DatabaseChapter::write),
    REPLACEMENT("Replacing a dead PostgreSQL node", "Замена погибшего узла PostgreSQL", ReplacementChapter::write),
    ETCD_MEMBER("Replacing a member of etcd", "Замена члена etcd", ReplacementChapter::etcd),
    QUORUM_LOSS("Loss of etcd's quorum", "Потеря кворума etcd", QuorumLossChapter::write),
    CERTIFICATES(
            "Certificates: expiry and renewal", "Сертификаты: срок действия и продление", CertificateChapter::write),
    ROLLBACK("Stopping and rolling back", "Остановка и откат", RollbackChapter::write),
    TROUBLES("Troubleshooting table", "Таблица неисправностей", TroubleChapter::write);

    private final Text title;
    private final Chapter chapter;

    Topic(String en, String ru, Chapter chapter) {
        this.title = Text.of(en, ru);
        this.chapter = chapter;
    }

    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Chapters are numbered in the order in which they are declared. */
    @SuppressWarnings("EnumOrdinal")
    public String title(Language language) {
        return (ordinal() + 1) + ". " + title.in(language);
    }

    /** A link to the chapter, for the prose of other chapters. */
    public Text link() {
        return Text.of(link(Language.EN), link(Language.RU));
    }

    public String link(Language language) {
        return "[" + title(language) + "](#" + anchor() + ")";
    }

    public void write(DocumentContext context, Markdown page) {
        page.chapter(anchor(), title(context.language()));
        chapter.write(context, page);
    }
}
