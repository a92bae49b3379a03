package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.WithoutStandby;
import java.util.ArrayList;
import java.util.List;

/** What may fail, what is lost then, and how long writing stands still. */
final class SurvivalChapter {

    private SurvivalChapter() {}

    static void write(DocumentContext context, Markdown page) {
        etcd(context, page);
        List<Text> postgresql = new ArrayList<>();
        postgresql.add(standbys(context));
        postgresql.add(data(context));
        if (context.cluster().objectives().synchronous()) {
            postgresql.add(context.withoutStandby());
        }
        postgresql.add(time(context));
        if (!context.alone()) {
            postgresql.add(formerLeader(context));
        }
        if (!context.proxied()) {
            postgresql.add(direct());
        } else if (context.haproxy().size() == 1) {
            postgresql.add(Text.of(
                    "One HAProxy: while its host is down nobody gets in by the usual address.",
                    "HAProxy один: пока его узел недоступен, по обычному адресу не подключится никто."));
        }
        page.section(Text.of("PostgreSQL", "PostgreSQL")).bullets(postgresql);
        page.section(Text.of("What no replica saves you from", "От чего реплики не спасают"))
                .bullets(
                        Text.of(
                                "Deleted or spoilt data: the deletion is replicated, too. These files make no backups; set up "
                                        + "backups and try a restore before the first infobase is loaded.",
                                "Удалённые или испорченные данные: удаление тоже реплицируется. Резервных копий эта конфигурация не "
                                        + "делает: настройте их и проверьте восстановление до загрузки первой базы."),
                        Text.of(
                                "Sessions: in a failover and in a switchover every session of 1C is cut; users log in again.",
                                "Сеансы: при аварии и при переключении все сеансы 1С обрываются, пользователи входят заново."),
                        Text.of(
                                "A full disk: PostgreSQL stops on every node that runs out of space.",
                                "Переполнение диска: PostgreSQL останавливается на каждом узле, где кончилось место."));
    }

    private static void etcd(DocumentContext context, Markdown page) {
        List<Text> lines = new ArrayList<>();
        Text quorum = context.quorum().formula();
        lines.add(Text.of(
                "Members: " + context.quorum().members() + "; " + quorum.en() + ".",
                "Членов: " + context.quorum().members() + "; " + quorum.ru() + "."));
        context.quorum()
                .fatalZones()
                .forEach(zone -> lines.add(Text.of(
                        "The loss of the failure domain " + code(zone) + " alone stops etcd.",
                        "Потеря одного только домена отказа " + code(zone) + " останавливает etcd.")));
        page.section(Text.of("etcd", "etcd")).bullets(lines);
    }

    private static Text standbys(DocumentContext context) {
        int standbys = context.postgresql().size() - 1;
        if (standbys == 0) {
            return Text.of(
                    "One PostgreSQL node: if it is lost, the cluster is down until it is restored from a backup.",
                    "Узел PostgreSQL один: при его потере кластер стоит до восстановления из резервной копии.");
        }
        if (context.cluster().objectives().synchronous()
                && context.cluster().objectives().withoutStandby() == WithoutStandby.STOP) {
            return Text.of(
                    "PostgreSQL nodes: " + (standbys + 1)
                            + "; while etcd has a quorum, one node after another may be lost, but the "
                            + "last one only reads: writing waits for a standby.",
                    "Узлов PostgreSQL: " + (standbys + 1)
                            + "; пока у etcd есть кворум, узлы можно терять один за другим, но "
                            + "последний только читает: запись ждёт реплику.");
        }
        return Text.of(
                "PostgreSQL nodes: " + (standbys + 1)
                        + "; while etcd has a quorum, one node after another may be lost and the "
                        + "last one still serves.",
                "Узлов PostgreSQL: " + (standbys + 1) + "; пока у etcd есть кворум, узлы можно терять один за другим — "
                        + "последний продолжит работу.");
    }

    private static Text data(DocumentContext context) {
        Objectives objectives = context.cluster().objectives();
        if (objectives.synchronous()) {
            return Text.of(
                    "Acknowledged transactions that a failover may lose: none. A commit waits for a standby, and only a "
                            + "synchronous standby is promoted.",
                    "Потеря подтверждённых транзакций при аварии: нет. Фиксация ждёт реплику, и лидером становится только "
                            + "синхронная реплика.");
        }
        return Text.of(
                "Replication is asynchronous: a failover may lose the last transactions, and a standby that is more than "
                        + code(objectives.rpo()) + " of WAL behind is not promoted.",
                "Репликация асинхронная: при аварии последние транзакции могут быть потеряны; реплика, отставшая больше чем на "
                        + code(objectives.rpo()) + " WAL, лидером не станет.");
    }

    private static Text time(DocumentContext context) {
        String worst = context.timing().worstCase(context.cluster()).toSeconds() + "";
        String rto = context.cluster().objectives().rto().toSeconds() + "";
        Text formula = context.timing().formula(context.cluster());
        if (context.alone()) {
            return Text.of(
                    "There is nobody to take over, so no time of failover can be promised (objective: " + rto + " s).",
                    "Принять роль некому, поэтому время переключения не гарантируется (цель: " + rto + " с).");
        }
        return Text.of(
                "The leader's host is lost: at most " + worst + " s without writing (objective: " + rto + " s). "
                        + formula.en() + ".",
                "Потерян узел лидера: не более " + worst + " с без записи (цель: " + rto + " с). " + formula.ru()
                        + ".");
    }

    private static Text formerLeader(DocumentContext context) {
        boolean synchronous = context.cluster().objectives().synchronous();
        Text writes = synchronous
                ? Text.of(
                        "a commit that it takes then is never acknowledged, because no standby confirms it",
                        "принятая им в это время транзакция не будет подтверждена: её не подтвердит ни одна реплика")
                : Text.of("what it acknowledges then is lost", "подтверждённое им в это время будет потеряно");
        Text stopped = switch (context.cluster().patroni().watchdog()) {
            case REQUIRED ->
                Text.of(
                        "the watchdog resets its host before the next leader starts",
                        "сторожевой таймер перезагрузит его узел раньше, чем начнёт работу новый лидер");
            case AUTOMATIC ->
                Text.of(
                        "the watchdog resets its host in time; on a node without " + code("/dev/watchdog")
                                + " both may take writes for a moment: " + writes.en(),
                        "сторожевой таймер вовремя перезагрузит его узел; на узле без " + code("/dev/watchdog")
                                + " оба на миг могут принимать запись: " + writes.ru());
            case OFF ->
                Text.of(
                        "with the watchdog off both may take writes for a moment: " + writes.en(),
                        "при выключенном сторожевом таймере оба на миг могут принимать запись: " + writes.ru());
        };
        return Text.of(
                "A leader that is cut off steps down by itself. If it hangs or is late with that, " + stopped.en()
                        + ".",
                "Отрезанный от сети лидер слагает роль сам. Если он завис или опаздывает, " + stopped.ru() + ".");
    }

    private static Text direct() {
        return Text.of(
                "No HAProxy: after a failover clients must be pointed at the new leader by hand (see "
                        + Topic.CONNECTION.link().en() + "); the time above does not include that.",
                "HAProxy нет: после смены лидера клиентов нужно направить на него вручную (см. "
                        + Topic.CONNECTION.link().ru() + "); в указанное время это не входит.");
    }
}
