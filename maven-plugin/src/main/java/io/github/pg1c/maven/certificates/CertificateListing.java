package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.output.OutputTable;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.pki.store.IndexEntry;
import io.github.pg1c.pki.store.ReissueReason;
import io.github.pg1c.secrets.CertificateIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Certificates as a table and as data; the names in the data do not change and are the same in every language. */
final class CertificateListing {

    private static final List<Text> HEADINGS = List.of(
            Text.of("Certificate", "Сертификат"),
            Text.of("For", "Для чего"),
            Text.of("Authority", "Центр"),
            Text.of("Until", "До"),
            Text.of("Days", "Дней"),
            Text.of("Key", "Ключ"),
            Text.of("To do", "Сделать"),
            Text.of("Why", "Почему"));

    private static final List<Text> ISSUED_HEADINGS = List.of(
            Text.of("Serial", "Номер"),
            Text.of("Certificate", "Сертификат"),
            Text.of("Authority", "Центр"),
            Text.of("From", "С"),
            Text.of("Until", "До"),
            Text.of("Revoked", "Отозван"),
            Text.of("Why", "Почему"));

    private CertificateListing() {}

    /** The inventory of the store with the due actions; copies of trusted certificates only if an action is due. */
    static OutputTable of(String cluster, List<CertificateStatus> status, Instant now, Language language) {
        List<List<String>> rows = status.stream()
                .filter(row -> !CertificateIds.isCopy(row.id()) || row.next().changes())
                .map(row -> List.of(
                        row.id(),
                        CertificateWords.purpose(row).in(language),
                        row.authority(),
                        row.notAfter().map(CertificateWords::day).orElse(""),
                        row.notAfter()
                                .map(end ->
                                        Long.toString(Duration.between(now, end).toDays()))
                                .orElse(""),
                        row.generation() == 0 ? "" : Integer.toString(row.generation()),
                        CertificateWords.next(row.next().action()).in(language),
                        CertificateWords.why(row.next().reasons(), language)))
                .toList();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("cluster", cluster);
        data.put("certificates", status.stream().map(CertificateListing::data).toList());
        return new OutputTable(
                cluster,
                Text.of("Certificates: " + cluster, "Сертификаты: " + cluster).in(language),
                headings(HEADINGS, language),
                rows,
                data);
    }

    /** All issued certificates, the latest last. */
    static OutputTable issued(String cluster, Map<String, List<IndexEntry>> entries, Language language) {
        List<List<String>> rows = new ArrayList<>();
        List<Map<String, Object>> data = new ArrayList<>();
        entries.forEach((authority, issued) -> issued.forEach(entry -> {
            rows.add(List.of(
                    entry.serial().toString(16),
                    entry.id(),
                    authority,
                    CertificateWords.day(entry.notBefore()),
                    CertificateWords.day(entry.notAfter()),
                    entry.revocation()
                            .map(revocation -> CertificateWords.day(revocation.at()))
                            .orElse(""),
                    entry.revocation()
                            .map(revocation -> revocation.reason().id())
                            .orElse("")));
            data.add(data(authority, entry));
        }));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("cluster", cluster);
        all.put("issued", data);
        return new OutputTable(
                cluster,
                Text.of("Issued: " + cluster, "Выпущено: " + cluster).in(language),
                headings(ISSUED_HEADINGS, language),
                rows,
                all);
    }

    private static List<String> headings(List<Text> texts, Language language) {
        return texts.stream().map(text -> text.in(language)).toList();
    }

    private static Map<String, Object> data(CertificateStatus row) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", row.id());
        row.purpose().ifPresent(purpose -> data.put("purpose", word(purpose)));
        data.put("authority", row.authority());
        data.put("subject", row.subject());
        data.put("names", row.names());
        row.serial().ifPresent(serial -> data.put("serial", serial.toString(16)));
        data.put("generation", row.generation());
        data.put("phase", word(row.phase()));
        moment("notBefore", row.notBefore(), data);
        moment("notAfter", row.notAfter(), data);
        moment("dueFrom", row.dueFrom(), data);
        data.put("action", word(row.next().action()));
        data.put("reasons", row.next().reasons().stream().map(ReissueReason::id).toList());
        return data;
    }

    private static Map<String, Object> data(String authority, IndexEntry entry) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("serial", entry.serial().toString(16));
        data.put("id", entry.id());
        data.put("authority", authority);
        data.put("subject", entry.subject());
        data.put("names", entry.names());
        data.put("notBefore", entry.notBefore().toString());
        data.put("notAfter", entry.notAfter().toString());
        data.put("sha256", entry.sha256());
        entry.revocation().ifPresent(revocation -> {
            data.put("revokedAt", revocation.at().toString());
            data.put("reason", revocation.reason().id());
        });
        return data;
    }

    private static void moment(String name, Optional<Instant> moment, Map<String, Object> data) {
        moment.ifPresent(found -> data.put(name, found.toString()));
    }

    /** {@code etcd-server} for {@code ETCD_SERVER}. */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
