package io.github.pg1c.maven.certificates;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.secrets.CertificateIds;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.operation.CertificateFiles.Unusable;
import io.github.pg1c.secrets.operation.CertificateObstacle;
import java.util.List;
import java.util.Optional;

/** The obstacles of an operation on certificates as problems of its parameters. */
final class ObstacleProblems {

    private final ParameterProblems problems;

    ObstacleProblems(ParameterProblems problems) {
        this.problems = problems;
    }

    /** Adds all obstacles of a plan except missing certificates, which {@link CertificateSession} reports. */
    void add(List<CertificateObstacle> obstacles) {
        obstacles.forEach(this::add);
    }

    private void add(CertificateObstacle obstacle) {
        if (obstacle instanceof CertificateObstacle.UnknownCertificate unknown) {
            String like = String.join(", ", unknown.similar());
            problems.add(
                    ParameterProblems.MALFORMED,
                    PropertyNames.CERTIFICATES,
                    Text.of(
                            "there is no certificate '" + unknown.pattern() + "'",
                            "нет сертификата «" + unknown.pattern() + "»"),
                    Text.of(
                            "write ids as the goal pki shows them, for example " + like
                                    + "; * stands for any characters",
                            "напишите идентификаторы, как их показывает цель pki, например " + like
                                    + "; * заменяет любые символы"));
        } else if (obstacle instanceof CertificateObstacle.UnknownSerial unknown) {
            String serial = unknown.serial().toString(16);
            problems.add(
                    ParameterProblems.MALFORMED,
                    PropertyNames.SERIALS,
                    Text.of(
                            "no authority of this cluster has given the serial number " + serial,
                            "номер " + serial + " не выдавал ни один центр этого кластера"),
                    Text.of(
                            "pki -D" + PropertyNames.ISSUED + " shows all that were given",
                            "все выданные показывает pki -D" + PropertyNames.ISSUED));
        } else if (obstacle instanceof CertificateObstacle.AuthorityNeedsRotation rotation) {
            String id = CertificateIds.ofAuthority(rotation.authority());
            problems.add(
                    ParameterProblems.COMBINATION,
                    PropertyNames.CERTIFICATES + ", " + PropertyNames.REKEY,
                    Text.of(
                            "'" + id + "' is an authority, whose key is replaced in three steps",
                            "«" + id + "» — удостоверяющий центр, его ключ заменяют в три шага"),
                    Text.of(
                            "use pki-rotate -D" + PropertyNames.AUTHORITY + "=" + rotation.authority(),
                            "используйте pki-rotate -D" + PropertyNames.AUTHORITY + "=" + rotation.authority()));
        } else if (obstacle instanceof CertificateObstacle.AuthorityCannotBeRevoked authority) {
            String id = CertificateIds.ofAuthority(authority.authority());
            problems.add(
                    ParameterProblems.COMBINATION,
                    PropertyNames.CERTIFICATES,
                    Text.of(
                            "'" + id + "' is an authority, which no list can revoke",
                            "«" + id + "» — удостоверяющий центр, его нельзя отозвать списком"),
                    Text.of(
                            "replace its key: pki-rotate -D" + PropertyNames.AUTHORITY + "=" + authority.authority(),
                            "замените его ключ: pki-rotate -D" + PropertyNames.AUTHORITY + "="
                                    + authority.authority()));
        } else {
            addOutside(obstacle);
        }
    }

    private void addOutside(CertificateObstacle obstacle) {
        if (obstacle instanceof CertificateObstacle.AuthorityIsOutside outside) {
            String id = CertificateIds.ofAuthority(outside.authority());
            problems.add(
                    ParameterProblems.COMBINATION,
                    PropertyNames.CERTIFICATES,
                    Text.of("'" + id + "' is an authority outside", "«" + id + "» — внешний удостоверяющий центр"),
                    Text.of(
                            "take its new certificate in with pki-import -D" + PropertyNames.AUTHORITY_FILE,
                            "примите его новый сертификат целью pki-import -D" + PropertyNames.AUTHORITY_FILE));
        } else if (obstacle instanceof CertificateObstacle.IssuedOutside issued) {
            problems.add(
                    ParameterProblems.COMBINATION,
                    PropertyNames.CERTIFICATES,
                    Text.of(
                            "'" + issued.certificate() + "' is of an authority outside",
                            "«" + issued.certificate() + "» выпущен внешним центром"),
                    Text.of(
                            "let that authority revoke it, then take its list in with pki-import -D"
                                    + PropertyNames.REVOCATION_LIST,
                            "отзовите его в том центре и примите список целью pki-import -D"
                                    + PropertyNames.REVOCATION_LIST));
        } else if (obstacle instanceof CertificateObstacle.AuthorityIsMissing missing) {
            String present = String.join(", ", missing.present());
            problems.add(
                    ParameterProblems.COMBINATION,
                    PropertyNames.AUTHORITY,
                    Text.of(
                            "this cluster has no authority '" + missing.authority() + "'",
                            "у этого кластера нет центра «" + missing.authority() + "»"),
                    Text.of(
                            "name one of: " + present + "; what others operate has its authority there",
                            "укажите один из: " + present + "; у того, что ведут другие, центр свой"));
        } else if (obstacle instanceof CertificateObstacle.NobodyOutside) {
            String names = String.join(", ", ClusterPki.authorities());
            problems.missing(
                    PropertyNames.AUTHORITY,
                    Text.of(
                            "all authorities of this cluster have their keys here, so there is nobody to ask",
                            "ключи всех центров этого кластера здесь, запрашивать не у кого"),
                    Text.of("name the one that is to be outside: " + names, "укажите, какой будет внешним: " + names));
        } else {
            throw new IllegalStateException("no sentence for " + obstacle);
        }
    }

    /** Adds the problem of an import with an ambiguous authority, or without an external one. */
    void addImport(CertificateObstacle obstacle, Optional<String> named) {
        String begin = "pki-csr -D" + PropertyNames.AUTHORITY + "=" + named.orElse("cluster");
        if (obstacle instanceof CertificateObstacle.AuthorityNotChosen unclear) {
            String outside = String.join(", ", unclear.outside());
            problems.missing(
                    PropertyNames.AUTHORITY,
                    Text.of("outside are: " + outside, "внешние центры: " + outside),
                    named.isPresent()
                            ? Text.of("begin with " + begin, "начните с " + begin)
                            : Text.of("name one of them", "укажите один из них"));
        } else {
            problems.missing(
                    PropertyNames.AUTHORITY,
                    Text.of("no authority of this cluster is outside", "внешних центров у этого кластера нет"),
                    Text.of("begin with " + begin, "начните с " + begin));
        }
    }

    /** Adds the problem of an unusable file. */
    void add(String parameter, Unusable unusable) {
        Text remedy = Text.of("name a file in PEM, DER or PKCS#7", "укажите файл в формате PEM, DER или PKCS#7");
        if (unusable instanceof Unusable.EmptyDirectory empty) {
            problems.add(
                    ParameterProblems.FILE,
                    parameter,
                    Text.of("there is no certificate in " + empty.path(), "в " + empty.path() + " нет сертификатов"),
                    Text.of(
                            "put the answers there, as *.pem, *.crt, *.cer, *.der, *.p7b or *.p7c",
                            "положите туда ответы: *.pem, *.crt, *.cer, *.der, *.p7b или *.p7c"));
        } else if (unusable instanceof Unusable.NoCertificate file) {
            problems.add(
                    ParameterProblems.FILE,
                    parameter,
                    Text.of(
                            file.path() + " holds no certificate that can be read",
                            "в " + file.path() + " нет читаемого сертификата"),
                    remedy);
        } else if (unusable instanceof Unusable.Unreadable file) {
            problems.unreadable(parameter, file.failure());
        }
    }
}
