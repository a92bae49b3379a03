package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.text.Markdown;
import java.util.List;
import java.util.stream.Stream;

/** {@code RUNBOOK.md}: the procedures for an administrator. */
public final class Runbook {

    private Runbook() {}

    public static String render(DocumentContext context, List<Section> ofComponents, Entries entries) {
        List<Section> sections = sections(ofComponents, entries);
        List<Topic> topics = topics(sections).stream()
                .filter(topic -> !write(context, sections, topic, new Markdown(context.language()))
                        .isEmpty())
                .toList();
        Markdown page = new Markdown(context.language());
        String name = context.cluster().name().toString();
        page.title(page.say(Text.of("Runbook of the cluster " + name, "Регламент кластера " + name)));
        page.paragraph(Text.of(
                "Written by pg1c from the specification: every address, port and path below is that of this cluster. "
                        + "Commands for a node run there as root. Paths without a leading slash start in the directory "
                        + "of "
                        + "this file; `$PG1C_SECRETS` is the cluster's secrets store (by default "
                        + Markdown.code(".pg1c/" + name)
                        + " in the infrastructure repository, never in git).",
                "Создано pg1c по описанию кластера: все адреса, порты и пути ниже — именно этого кластера. "
                        + "Команды для узла выполняются на нём от root. Пути без начальной косой черты отсчитываются "
                        + "от каталога "
                        + "этого файла; `$PG1C_SECRETS` — хранилище секретов кластера (по умолчанию "
                        + Markdown.code(".pg1c/" + name)
                        + " в репозитории инфраструктуры; в git его нет)."));
        page.bullets(topics.stream().map(Topic::link).toList());
        for (Topic topic : topics) {
            page.chapter(topic.anchor(), topic.title(context.language()));
            write(context, sections, topic, page);
        }
        return page.toString();
    }

    /** The sections of a chapter; a chapter that has nothing to say for the cluster is left out. */
    private static String write(DocumentContext context, List<Section> sections, Topic topic, Markdown page) {
        sections.stream()
                .filter(section -> section.topic().equals(topic))
                .forEach(section -> section.text().accept(context, page));
        return page.toString();
    }

    /** Every chapter that a cluster may have, in the order of the page. */
    public static List<Topic> chapters(List<Section> ofComponents) {
        return topics(sections(ofComponents, new Entries(List.of())));
    }

    /** Chapters of the page, each once. */
    private static List<Topic> topics(List<Section> sections) {
        return sections.stream().map(Section::topic).distinct().toList();
    }

    /** Parts of all chapters in the order of the page. */
    private static List<Section> sections(List<Section> ofComponents, Entries entries) {
        return Stream.concat(
                        ofComponents.stream(),
                        Stream.of(
                                new Section(Topic.CLUSTER, 0, new ClusterChapter(entries)::write),
                                new Section(Topic.SURVIVAL, 100, new SurvivalChapter(entries)::write),
                                new Section(Topic.PREPARATION, 0, PreparationChapter::hosts),
                                new Section(Topic.PREPARATION, 100, PreparationChapter::surroundings),
                                new Section(Topic.DELIVERY, 0, DeliveryChapter::write),
                                new Section(Topic.START, 0, StartChapter::write),
                                new Section(Topic.CHECKS, 0, ChecksChapter::write),
                                new Section(Topic.CHECKS, 100, HostFactsSection::write),
                                new Section(Topic.CONNECTION, 0, new ConnectionChapter(entries)::write),
                                new Section(Topic.FAILOVER, 0, new FailoverChapter(entries)::write),
                                new Section(Topic.CHANGES, 0, new ChangesChapter(entries)::write),
                                new Section(Topic.CERTIFICATES, 0, new CertificateChapter(entries)::write),
                                new Section(Topic.ROLLBACK, 0, RollbackChapter::stop),
                                new Section(Topic.ROLLBACK, 100, new RollbackChapter(entries)::write),
                                new Section(Topic.DRILLS, 0, DrillChapter::write),
                                new Section(Topic.DRILLS, 100, DrillChapter::end),
                                new Section(Topic.TROUBLES, 0, new TroubleChapter(entries)::write),
                                new Section(Topic.DECOMMISSION, 0, DecommissionChapter::intro),
                                new Section(Topic.DECOMMISSION, 70, DecommissionChapter::files)))
                .sorted(Section.BY_PAGE)
                .toList();
    }
}
