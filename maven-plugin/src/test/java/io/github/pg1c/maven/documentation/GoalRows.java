package io.github.pg1c.maven.documentation;

import io.github.pg1c.base.words.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each goal does, in the order of the tables of the READMEs: whoever adds a goal adds its row here. */
final class GoalRows {

    static final Map<String, Text> ROWS = new LinkedHashMap<>();

    static {
        row(
                "validate",
                "checks specifications, reports every problem of every file at once",
                "проверяет описания, сообщает сразу обо всех ошибках всех файлов");
        row(
                "schema",
                "writes the JSON Schema of specifications, with which editors complete keys and mark mistakes",
                "записывает JSON Schema описаний: с ней редакторы дополняют ключи и отмечают ошибки");
        row(
                "generate",
                "the same, then writes bundles and the secrets that are missing; says what was created,"
                        + " changed, removed",
                "то же, затем пишет конфигурацию и недостающие секреты; сообщает, что создано, изменено, удалено");
        row(
                "diff",
                "shows what a changed specification would change: settings with old and new value, reason and need,"
                        + " then the steps in order with their commands; or compares two bundles",
                "показывает, что изменит изменённое описание: настройки с прежним и новым значением, причиной и тем,"
                        + " что для них нужно, затем шаги по порядку с командами; или сравнивает две конфигурации");
        row(
                "tune",
                "calculates PostgreSQL, pooler and kernel for 1C and other applications, for a node of the command line or"
                        + " of a specification: reasons, budget, comparison",
                "рассчитывает PostgreSQL, пулер и ядро для 1С и других приложений, для узла из командной строки или из"
                        + " описания: причины, бюджет, сравнение");
        row(
                "status",
                "shows the members of each specified cluster: role, state, timeline, lag, pending restarts, tags,"
                        + " disagreements",
                "показывает узлы каждого описанного кластера: роль, состояние, линию времени, отставание, ожидание"
                        + " перезапуска, теги, разногласия");
        row("topology", "shows which member replicates from which", "показывает, какой узел реплицируется с какого");
        row("history", "shows the promotions", "показывает смены лидера");
        row(
                "switchover",
                "says who can take over and why others cannot, asks, hands the leader's role over, waits until the"
                        + " others follow; now or at a time, with `pg1c.cancel` cancels a scheduled one",
                "говорит, кто может принять роль лидера и почему не могут другие, спрашивает, переключает, ждёт, пока"
                        + " остальные последуют; сейчас или в назначенное время, с `pg1c.cancel` отменяет назначенное");
        row(
                "failover",
                "makes a member the leader although there is no healthy one",
                "делает узел лидером, хотя здорового лидера нет");
        row(
                "restart",
                "restarts PostgreSQL on members by name or role, one after the other, in an order that stops nobody;"
                        + " with `pg1c.cancel` cancels scheduled restarts",
                "перезапускает PostgreSQL на узлах по именам или роли, по одному, в порядке, который никого не"
                        + " остановит; с `pg1c.cancel` отменяет назначенные перезапуски");
        row(
                "reload",
                "lets members read their configuration files again",
                "заставляет узлы перечитать файлы конфигурации");
        row(
                "reinitialize",
                "lets a member drop its data and copy them again",
                "заставляет узел стереть данные и скопировать их заново");
        row("pause", "tells Patroni to leave PostgreSQL alone", "говорит Patroni не управлять PostgreSQL");
        row("resume", "tells Patroni to look after PostgreSQL again", "говорит Patroni снова управлять PostgreSQL");
        row(
                "config",
                "shows the configuration that all members share; compares or changes it, and shows the"
                        + " difference before",
                "показывает общую конфигурацию узлов; сравнивает или меняет её и показывает разницу до этого");
        row(
                "wait",
                "waits until somebody leads, all stream, or nobody is behind",
                "ждёт, пока появится лидер, все получат поток WAL или никто не будет отставать");
        row(
                "pki",
                "shows certificates: for whom, until when, by which key, what is to be done and why",
                "показывает сертификаты: для кого, до какого срока, каким ключом выданы, что сделать и почему");
        row(
                "pki-init",
                "makes authorities, certificates and passwords that are missing, without configuration",
                "создаёт недостающие центры, сертификаты и пароли без конфигурации");
        row(
                "pki-renew",
                "issues certificates again: those that are due, or those that are named",
                "выпускает сертификаты заново: те, которым пора, или названные");
        row(
                "pki-rotate",
                "replaces the key of an authority, one of three steps at a time",
                "заменяет ключ центра, по одному из трёх шагов");
        row(
                "pki-revoke",
                "revokes certificates and issues again what the cluster needs",
                "отзывает сертификаты и выпускает заново то, что нужно кластеру");
        row("pki-csr", "asks an authority outside to sign", "просит внешний центр подписать");
        row(
                "pki-import",
                "takes in the certificate, answers and lists of an authority outside",
                "принимает сертификат, ответы и списки внешнего центра");
        row(
                "pki-cfssl",
                "does what cfssl and cfssljson do with the same JSON files",
                "делает то же, что cfssl и cfssljson, с теми же файлами JSON");
        row(
                "help",
                "describes goals and parameters (`-Ddetail -Dgoal=generate`)",
                "описывает цели и параметры (`-Ddetail -Dgoal=generate`)");
    }

    private GoalRows() {}

    private static void row(String goal, String en, String ru) {
        ROWS.put(goal, Text.of(en, ru));
    }
}
