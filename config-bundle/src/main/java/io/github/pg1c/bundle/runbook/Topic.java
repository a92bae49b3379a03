package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;

/**
 * A chapter of the runbook. The numbers follow the page: emergencies, description, installation, operation. These are
 * the topics of every cluster; a component may have its own ones.
 *
 * @param number number in the page, from 1; no two topics have the same
 * @param anchor name for links
 * @param name title without its number
 */
public record Topic(int number, String anchor, Text name) {

    public static final Topic EMERGENCY =
            new Topic(1, "emergency", Text.of("Something is broken right now", "Сломалось прямо сейчас"));
    public static final Topic CLUSTER = new Topic(2, "cluster", Text.of("What this cluster is", "Что это за кластер"));
    public static final Topic SURVIVAL = new Topic(
            3, "survival", Text.of("What it survives and what it does not", "Что кластер переживёт, а что нет"));
    public static final Topic PREPARATION =
            new Topic(4, "preparation", Text.of("Before the first start", "Перед первым запуском"));
    public static final Topic DELIVERY =
            new Topic(5, "delivery", Text.of("Delivering the files", "Доставка файлов на узлы"));
    public static final Topic START = new Topic(6, "start", Text.of("Starting the cluster", "Запуск кластера"));
    public static final Topic CHECKS = new Topic(7, "checks", Text.of("Checks", "Проверки"));
    public static final Topic CONNECTION =
            new Topic(8, "connection", Text.of("Connecting clients", "Подключение клиентов"));
    public static final Topic SWITCHOVER =
            new Topic(9, "switchover", Text.of("Planned switchover", "Плановое переключение лидера"));
    public static final Topic FAILOVER = new Topic(
            10, "failover", Text.of("What happens by itself in a failover", "Что происходит при аварии само"));
    public static final Topic CHANGES = new Topic(11, "changes", Text.of("Changing settings", "Изменение настроек"));
    public static final Topic RESTARTS =
            new Topic(12, "restarts", Text.of("Order of restarts", "Порядок перезапусков"));
    public static final Topic DATABASES =
            new Topic(13, "databases", Text.of("Adding a database", "Добавление базы данных"));
    public static final Topic REPLACEMENT = new Topic(
            14, "replacement", Text.of("Replacing a dead PostgreSQL node", "Замена погибшего узла PostgreSQL"));
    public static final Topic CERTIFICATES = new Topic(
            17, "certificates", Text.of("Certificates: expiry and renewal", "Сертификаты: срок действия и продление"));
    public static final Topic ROLLBACK =
            new Topic(18, "rollback", Text.of("Stopping and rolling back", "Остановка и откат"));
    public static final Topic TROUBLES =
            new Topic(19, "troubles", Text.of("Troubleshooting table", "Таблица неисправностей"));
    public static final Topic DRILLS = new Topic(20, "drills", Text.of("Failure drills", "Учебные аварии"));

    public static final Topic DECOMMISSION =
            new Topic(21, "decommission", Text.of("Giving the cluster up", "Вывод кластера из эксплуатации"));
    public static final Topic TAKEOVER =
            new Topic(22, "takeover", Text.of("Taking over the existing database", "Приём существующей базы"));

    public static final Topic SECOND_SITE = new Topic(23, "second-site", Text.of("Second site", "Вторая площадка"));

    public String title(Language language) {
        return number + ". " + name.in(language);
    }

    /** A link to the chapter, for the prose of other chapters. */
    public Text link() {
        return Text.of(link(Language.EN), link(Language.RU));
    }

    private String link(Language language) {
        return "[" + title(language) + "](#" + anchor + ")";
    }
}
