package io.github.pg1c.pki.cfssl.input;

import io.github.pg1c.base.words.Text;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A rule for inputs, with the behaviour of cfssl: it refuses some inputs with an error code and accepts others in
 * silence.
 *
 * @since 0.1
 */
public enum CfsslRule {
    /** The text is not JSON. */
    JSON_SYNTAX(
            Reaction.REFUSES,
            "this is not JSON: {0}",
            "это не JSON: {0}",
            "write one JSON object",
            "запишите один объект JSON"),
    /** A value is of another type than the key has. */
    WRONG_TYPE(
            Reaction.REFUSES,
            "the value is not of the type {0}",
            "значение не того типа, нужно: {0}",
            "write a value of that type",
            "запишите значение нужного типа"),
    /** A key that is almost a known one. */
    KEY_MISSPELT(
            Reaction.ACCEPTS,
            "there is no key \"{0}\", and its value would not count",
            "ключа «{0}» нет, и его значение не будет учтено",
            "write \"{1}\"",
            "запишите «{1}»"),
    /** An unknown key. */
    KEY_UNKNOWN(
            Reaction.ACCEPTS,
            "there is no key \"{0}\", and its value would not count",
            "ключа «{0}» нет, и его значение не будет учтено",
            "remove it; known here are: {1}",
            "удалите его; здесь известны: {1}"),
    /** {@code is_ca} in the profile itself, as files for old releases have it. */
    LEGACY_IS_CA(
            Reaction.ACCEPTS,
            "\"is_ca\" does not count here since cfssl 1.2: the certificate would not be one of an authority",
            "«is_ca» здесь не учитывается со времён cfssl 1.2: сертификат не станет сертификатом удостоверяющего центра",
            "write \"ca_constraint\": {\"is_ca\": true}",
            "запишите \"ca_constraint\": {\"is_ca\": true}"),
    /** A key twice in one object. */
    DUPLICATE_KEY(
            Reaction.ACCEPTS,
            "the key \"{0}\" is there more than once; only the last one counts",
            "ключ «{0}» указан несколько раз; учитывается только последний",
            "keep one",
            "оставьте один"),
    /** A configuration without {@code signing}. */
    SIGNING_MISSING(
            Reaction.REFUSES,
            "there is no object \"signing\"",
            "нет объекта «signing»",
            "write {\"signing\": {\"default\": …, \"profiles\": …}}",
            "запишите {\"signing\": {\"default\": …, \"profiles\": …}}"),
    /** A profile without a life time. */
    EXPIRY_MISSING(
            5200,
            "the profile has no \"expiry\"",
            "у профиля нет «expiry»",
            "write for example \"expiry\": \"8760h\"",
            "запишите, например, \"expiry\": \"8760h\""),
    /** A profile of another program that the configuration does not describe. */
    REMOTE_UNKNOWN(
            5200,
            "the profile names \"{0}\", which is not in \"remotes\"",
            "профиль называет «{0}», чего нет в «remotes»",
            "remove \"remote\", or write its address into \"remotes\"",
            "удалите «remote» или запишите его адрес в «remotes»"),
    /** Not a duration. */
    DURATION_INVALID(
            Reaction.REFUSES,
            "\"{0}\" is not a duration",
            "«{0}» – не длительность",
            "write hours, minutes and seconds only, for example \"{1}\"",
            "запишите часы, минуты и секунды, например «{1}»"),
    /** A life of no length. */
    EXPIRY_NOT_POSITIVE(
            Reaction.ACCEPTS,
            "the life time \"{0}\" is not positive",
            "срок действия «{0}» не положителен",
            "write for example \"8760h\"",
            "запишите, например, «8760h»"),
    /** A point in time that is not RFC 3339. */
    TIME_INVALID(
            Reaction.REFUSES,
            "\"{0}\" is not a point in time",
            "«{0}» – не момент времени",
            "write it as 2027-01-31T00:00:00Z",
            "запишите в виде 2027-01-31T00:00:00Z"),
    /** An unknown usage. */
    USAGE_UNKNOWN(
            Reaction.ACCEPTS,
            "there is no usage \"{0}\", and certificates would lack it",
            "назначения «{0}» нет, и в сертификатах его не будет",
            "write {1}",
            "запишите {1}"),
    /** A profile that permits nothing. */
    USAGES_MISSING(
            5200,
            "the profile has no usage",
            "у профиля нет ни одного назначения",
            "write for example \"usages\": [\"signing\", \"key encipherment\", \"server auth\", \"client auth\"]",
            "запишите, например, \"usages\": [\"signing\", \"key encipherment\", \"server auth\", \"client auth\"]"),
    /** The profile used has no usages. */
    USAGES_MISSING_IN_DEFAULT(
            5100,
            "the default profile has no usages, so that it cannot sign",
            "у профиля по умолчанию нет назначений, и подписывать им нельзя",
            "name one of the profiles: {0}",
            "назовите один из профилей: {0}"),
    /** A certificate that signs others without being an authority. */
    CERT_SIGN_WITHOUT_CA(
            Reaction.ACCEPTS,
            "\"cert sign\" in a profile that makes no authorities: strict verifiers, Python 3.13 among them, refuse such certificates",
            "«cert sign» в профиле, который не выпускает удостоверяющих центров: строгие проверки, в том числе Python 3.13, отвергнут такие сертификаты",
            "remove it, or write \"ca_constraint\": {\"is_ca\": true}",
            "удалите его или запишите \"ca_constraint\": {\"is_ca\": true}"),
    /** The profile asked for is not in the configuration. */
    PROFILE_UNKNOWN(
            Reaction.ACCEPTS,
            "there is no profile \"{0}\"; cfssl would take the default one",
            "профиля «{0}» нет; cfssl взял бы профиль по умолчанию",
            "name one of: {1}",
            "назовите один из: {1}"),
    /** A feature that needs another program or the network. */
    UNSUPPORTED(
            Reaction.WE_REFUSE,
            "\"{0}\" is not supported: nothing outside this process is asked",
            "«{0}» не поддерживается: вне этого процесса ничего не запрашивается",
            "sign with a local key, or keep cfssl for this profile",
            "подписывайте локальным ключом или оставьте cfssl для этого профиля"),
    /** The profile asks for zlint. */
    LINT_NOT_RUN(
            Reaction.NOTE,
            "zlint is not run; certificates are checked by this library's own rules",
            "zlint не запускается; сертификаты проверяются собственными правилами библиотеки",
            "remove the key, or run zlint over the result",
            "удалите ключ или проверьте результат программой zlint"),
    /** Not a regular expression. */
    WHITELIST_INVALID(
            5200,
            "\"{0}\" is not a regular expression of RE2",
            "«{0}» – не регулярное выражение RE2",
            "correct it; RE2 has neither look-around nor back-references",
            "исправьте его; в RE2 нет просмотра вперёд и назад и обратных ссылок"),
    /** A name that the profile does not allow. */
    NAME_NOT_ALLOWED(
            5500,
            "the name \"{0}\" does not match the profile's \"name_whitelist\"",
            "имя «{0}» не подходит под «name_whitelist» профиля",
            "correct the name or the expression",
            "исправьте имя или выражение"),
    /** Not an object identifier. */
    OID_INVALID(
            Reaction.REFUSES,
            "\"{0}\" is not an object identifier",
            "«{0}» – не идентификатор объекта",
            "write digits and dots, for example \"1.3.6.1.4.1.1\"",
            "запишите цифры через точку, например «1.3.6.1.4.1.1»"),
    /** A qualifier of a policy that is neither a notice nor a pointer. */
    QUALIFIER_INVALID(
            5200,
            "there is no policy qualifier \"{0}\"",
            "квалификатора политики «{0}» нет",
            "write \"id-qt-cps\" or \"id-qt-unotice\"",
            "запишите «id-qt-cps» или «id-qt-unotice»"),
    /** A pointer of a policy that cannot be written. */
    POINTER_NOT_ASCII(
            5200,
            "the pointer \"{0}\" of a policy has characters beyond ASCII",
            "в адресе политики «{0}» есть символы вне ASCII",
            "write the host name as its A-label, and the rest with percent signs",
            "запишите имя узла в виде xn--…, а остальное со знаками процента"),
    /** An address that verifiers do not fetch. */
    URL_NOT_ASCII(
            Reaction.ACCEPTS,
            "the address \"{0}\" has characters beyond ASCII",
            "в адресе «{0}» есть символы вне ASCII",
            "write the host name as its A-label, and the rest with percent signs",
            "запишите имя узла в виде xn--…, а остальное со знаками процента"),
    /** The profile wants serial numbers from the caller. */
    SERIAL_NUMBER_WANTED(
            1400,
            "the profile leaves the serial number to the caller",
            "профиль требует серийный номер от вызывающей стороны",
            "remove \"ClientProvidesSerialNumbers\"",
            "удалите «ClientProvidesSerialNumbers»"),
    /** A kind of key that does not exist. */
    KEY_ALGORITHM_UNKNOWN(
            2400,
            "there is no key algorithm \"{0}\"",
            "алгоритма ключа «{0}» нет",
            "write \"ecdsa\", \"rsa\" or \"ed25519\"",
            "запишите «ecdsa», «rsa» или «ed25519»"),
    /** A size that the kind of key does not have. */
    KEY_SIZE_INVALID(
            2400,
            "a key \"{0}\" cannot have the size {1}",
            "ключ «{0}» не может иметь размер {1}",
            "write 2048 to 8192 for \"rsa\", and 256, 384 or 521 for \"ecdsa\"",
            "запишите от 2048 до 8192 для «rsa» и 256, 384 или 521 для «ecdsa»"),
    /** A section {@code ca} in the request of a node. */
    CA_SECTION_IN_LEAF(
            Reaction.REFUSES,
            "\"ca\" is for requests of an authority",
            "«ca» – только для запросов удостоверяющего центра",
            "remove it, or use it with -initca",
            "удалите его или используйте вместе с -initca"),
    /** A path length together with {@code pathlenzero}. */
    PATHLENZERO_IGNORED(
            Reaction.NOTE,
            "\"pathlenzero\" does not count beside a \"pathlen\" of {0}",
            "«pathlenzero» не учитывается при «pathlen», равном {0}",
            "remove one of them",
            "удалите одно из двух"),
    /** An authority without a name. */
    SUBJECT_MISSING(
            5300, "the authority has no name", "у удостоверяющего центра нет имени", "write a \"CN\"", "запишите «CN»"),
    /** A certificate without any name of its holder. */
    NOBODY(
            Reaction.ACCEPTS,
            "the certificate would have neither a subject nor a host",
            "в сертификате не будет ни субъекта, ни имени узла",
            "write a \"CN\" or \"hosts\"",
            "запишите «CN» или «hosts»"),
    /** A part of the subject that verifiers refuse or show differently. */
    SUBJECT_TEXT(
            Reaction.ACCEPTS,
            "\"{0}\" is blank, longer than 64 characters, or has control or damaged characters or blanks at its ends",
            "«{0}» – пусто, длиннее 64 символов либо содержит управляющие или повреждённые символы или пробелы по краям",
            "correct it",
            "исправьте значение"),
    /** A country that is not a code of two letters. */
    COUNTRY(
            Reaction.ACCEPTS,
            "\"{0}\" is not a country code",
            "«{0}» – не код страны",
            "write two capital letters, for example \"RU\"",
            "запишите две заглавные буквы, например «RU»"),
    /** An empty host, which is common in tutorials. */
    HOST_EMPTY(
            Reaction.NOTE,
            "an empty host is left out; cfssl would write an empty name",
            "пустой узел пропущен; cfssl записал бы пустое имя",
            "remove it",
            "удалите его"),
    /** The same host twice. */
    HOST_REPEATED(
            Reaction.NOTE,
            "the host \"{0}\" is there more than once and is written once",
            "узел «{0}» указан несколько раз и записан один раз",
            "remove the repetition",
            "удалите повторение"),
    /** A network instead of an address. */
    HOST_WITH_MASK(
            Reaction.ACCEPTS,
            "\"{0}\" has a mask; it would become a host name that matches nothing",
            "«{0}» содержит маску; получится имя узла, которому ничто не соответствует",
            "write each address by itself",
            "запишите каждый адрес отдельно"),
    /** An address with a zone. */
    HOST_WITH_ZONE(
            Reaction.ACCEPTS,
            "\"{0}\" has a zone; it would become a host name that matches nothing",
            "«{0}» содержит зону; получится имя узла, которому ничто не соответствует",
            "write the address without what follows the percent sign",
            "запишите адрес без знака процента и того, что за ним"),
    /** A port or a whole URL. */
    HOST_WITH_PORT_OR_SCHEME(
            Reaction.ACCEPTS,
            "\"{0}\" has a port, a path or a scheme; it would match no server",
            "«{0}» содержит порт, путь или схему; такое имя не подойдёт ни одному серверу",
            "write the host name or the address only",
            "запишите только имя узла или адрес"),
    /** Not a host name. */
    HOST_INVALID(
            Reaction.ACCEPTS,
            "\"{0}\" is neither a host name nor an address",
            "«{0}» – не имя узла и не адрес",
            "write letters, digits, inner hyphens and dots; a wildcard is the whole first label",
            "запишите буквы, цифры, дефисы внутри и точки; звёздочка – только вместо всей первой метки"),
    /** A name that no certificate can contain. */
    HOST_NOT_ASCII(
            Reaction.REFUSES,
            "\"{0}\" cannot be written as a host name",
            "«{0}» нельзя записать как имя узла",
            "write its A-label, which begins with xn--",
            "запишите его в виде xn--…"),
    /** Hosts of an authority. */
    HOSTS_OF_AUTHORITY(
            Reaction.NOTE,
            "an authority has no hosts; they are left out",
            "у удостоверяющего центра нет узлов; они пропущены",
            "remove \"hosts\"",
            "удалите «hosts»"),
    /** A server without names. */
    HOSTS_MISSING(
            Reaction.NOTE,
            "a server with this certificate cannot be verified by any name",
            "сервер с этим сертификатом нельзя проверить ни по какому имени",
            "write its names and addresses into \"hosts\", or take a profile without \"server auth\"",
            "запишите его имена и адреса в «hosts» или возьмите профиль без «server auth»"),
    /** An encipherment usage for a key that cannot encipher. */
    ENCIPHERMENT_LEFT_OUT(
            Reaction.NOTE,
            "\"key encipherment\" and \"data encipherment\" are left out: a key of the kind {0} cannot encipher (RFC 8813, RFC 8410)",
            "«key encipherment» и «data encipherment» пропущены: ключ вида {0} не шифрует (RFC 8813, RFC 8410)",
            "nothing needs to be done",
            "ничего делать не нужно"),
    /** A leaf that ends after its authority. */
    OUTLIVES_AUTHORITY(
            Reaction.ACCEPTS,
            "the certificate would live until {0}, but its authority ends at {1}",
            "сертификат действовал бы до {0}, но его удостоверяющий центр кончается {1}",
            "write an \"expiry\" of at most \"{2}\", or renew the authority; its life comes from \"ca\": {\"expiry\": …} in its request, not from the profiles",
            "запишите «expiry» не больше «{2}» или обновите удостоверяющий центр; его срок задаёт \"ca\": {\"expiry\": …} в его запросе, а не профили"),
    /** A certificate that has ended at its issue. */
    BORN_EXPIRED(
            Reaction.ACCEPTS,
            "the certificate would live from {0} to {1}, which is over",
            "сертификат действовал бы с {0} по {1}, а это время прошло",
            "write a longer \"expiry\" or a shorter \"backdate\"",
            "запишите больший «expiry» или меньший «backdate»"),
    /** An authority outside its life. */
    AUTHORITY_NOT_VALID(
            Reaction.ACCEPTS,
            "the authority is valid from {0} to {1} and cannot issue now",
            "удостоверяющий центр действует с {0} по {1} и сейчас выпускать не может",
            "renew it (-renewca)",
            "обновите его (-renewca)"),
    /** A certificate that may not issue. */
    ISSUER_NOT_AUTHORITY(
            Reaction.ACCEPTS,
            "\"{0}\" is not the certificate of an authority",
            "«{0}» – не сертификат удостоверяющего центра",
            "give the certificate that was made with -initca",
            "укажите сертификат, сделанный с -initca"),
    /** An authority whose key is too weak. */
    AUTHORITY_KEY_WEAK(
            Reaction.ACCEPTS,
            "the key of the authority is {0}, which strict verifiers refuse",
            "ключ удостоверяющего центра – {0}; строгие проверки его отвергнут",
            "make a new authority",
            "создайте новый удостоверяющий центр"),
    /** An authority whose key programs in Go do not read. */
    AUTHORITY_KEY_UNSUPPORTED(
            1003,
            "the key of the authority is {0}, which programs in Go, etcd among them, do not read",
            "ключ удостоверяющего центра – {0}; программы на Go, в том числе etcd, его не читают",
            "make a new authority",
            "создайте новый удостоверяющий центр"),
    /** An authority with an empty subject. */
    AUTHORITY_NAMELESS(
            Reaction.WE_REFUSE,
            "the certificate of the authority has no subject, and what it issues would have no issuer",
            "в сертификате удостоверяющего центра нет субъекта, и у выпущенного им не было бы издателя",
            "make a new authority with a \"CN\"",
            "создайте новый удостоверяющий центр с «CN»"),
    /** A leaf with its authority's name. */
    SUBJECT_OF_AUTHORITY(
            Reaction.ACCEPTS,
            "the subject \"{0}\" is the authority's own; verifiers would take the certificate for self-signed",
            "субъект «{0}» совпадает с именем удостоверяющего центра; проверяющие примут сертификат за самоподписанный",
            "write another \"CN\"",
            "запишите другой «CN»"),
    /** A key that does not belong to the CA's certificate. */
    AUTHORITY_KEY_MISMATCH(
            1000,
            "the private key does not belong to the certificate of the authority",
            "закрытый ключ не от сертификата удостоверяющего центра",
            "give the key that was made together with the certificate",
            "укажите ключ, сделанный вместе с сертификатом"),
    /** Something in PEM that cannot be read. */
    PEM_INVALID(
            Reaction.REFUSES,
            "{0}",
            "{0}",
            "give the file as cfssl or OpenSSL wrote it",
            "укажите файл в том виде, в каком его записали cfssl или OpenSSL"),
    /** A file with more than the one object. */
    PEM_SEVERAL(
            1003,
            "the file should hold one certificate and nothing else",
            "в файле должен быть один сертификат и больше ничего",
            "give a file with the authority's certificate alone",
            "укажите файл с одним только сертификатом удостоверяющего центра"),
    /** A signing request for a weak key. */
    REQUEST_KEY_WEAK(
            Reaction.ACCEPTS,
            "the key of the signing request is {0}, which strict verifiers refuse",
            "ключ в запросе на сертификат – {0}; строгие проверки его отвергнут",
            "make a key of ECDSA P-256 or of RSA with 2048 to 8192 bits, and a new request",
            "создайте ключ ECDSA P-256 или RSA от 2048 до 8192 бит и новый запрос"),
    /** A signing request for a key that programs in Go do not read. */
    REQUEST_KEY_UNSUPPORTED(
            9003,
            "the key of the signing request is {0}, which programs in Go, etcd among them, do not read",
            "ключ в запросе на сертификат – {0}; программы на Go, в том числе etcd, его не читают",
            "make a key of ECDSA P-256 or of RSA with 2048 to 8192 bits, and a new request",
            "создайте ключ ECDSA P-256 или RSA от 2048 до 8192 бит и новый запрос"),
    /** A signing request that is signed with a weak digest. */
    REQUEST_DIGEST_WEAK(
            Reaction.ACCEPTS,
            "the signing request is signed with {0}, which proves nothing any more",
            "запрос на сертификат подписан алгоритмом {0}, который уже ничего не доказывает",
            "make the request anew with SHA-256",
            "создайте запрос заново с SHA-256"),
    /** A signing request with a signature that is not verified. */
    REQUEST_SIGNATURE_UNSUPPORTED(
            9300,
            "the signing request is signed with {0}, which is not verified",
            "запрос на сертификат подписан алгоритмом {0}, который не проверяется",
            "make the request anew with SHA-256",
            "создайте запрос заново с SHA-256"),
    /** A signing request whose signature is not its key's. */
    REQUEST_SIGNATURE(
            9300,
            "the signature of the signing request is not of its key",
            "подпись запроса на сертификат сделана не его ключом",
            "make the request anew",
            "создайте запрос заново"),
    /** A request for an intermediate authority that the issuer does not allow. */
    INTERMEDIATE_REFUSED(
            5300,
            "the request asks for an authority, which the profile or the path length of the issuer does not allow",
            "запрошен удостоверяющий центр, чего не допускает профиль или длина пути издателя",
            "take a profile with \"ca_constraint\": {\"is_ca\": true} and a smaller path length",
            "возьмите профиль с \"ca_constraint\": {\"is_ca\": true} и меньшей длиной пути");

    private final int cfssl;
    private final Text message;
    private final Text remedy;

    CfsslRule(int cfssl, String messageEn, String messageRu, String remedyEn, String remedyRu) {
        this.cfssl = cfssl;
        this.message = Text.of(messageEn, messageRu);
        this.remedy = Text.of(remedyEn, remedyRu);
    }

    /** The name in reports: {@code profile-unknown}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True when the strict mode refuses an input that cfssl accepts in silence. */
    public boolean isAcceptedByCfssl() {
        return cfssl == Reaction.ACCEPTS;
    }

    /** True when cfssl goes on and this library does not, in either mode. */
    public boolean isRefusedHereOnly() {
        return cfssl == Reaction.WE_REFUSE;
    }

    /** The code in cfssl's error message, if it has one. */
    public OptionalInt cfsslCode() {
        return cfssl > 0 ? OptionalInt.of(cfssl) : OptionalInt.empty();
    }

    /** Whether this mode refuses an input that breaks the rule. */
    public boolean isErrorWhen(Strictness strictness) {
        return switch (cfssl) {
            case Reaction.NOTE -> false;
            case Reaction.ACCEPTS -> strictness == Strictness.STRICT;
            default -> true;
        };
    }

    /** What is wrong, with gaps <code>{0}</code>, <code>{1}</code> for the values. */
    public Text message() {
        return message;
    }

    /** What to write instead, with the same gaps. */
    public Text remedy() {
        return remedy;
    }

    /** The behaviour of cfssl when it gives no code. */
    private static final class Reaction {
        /** It stops with a message. */
        static final int REFUSES = 0;
        /** It goes on. */
        static final int ACCEPTS = -1;
        /** It goes on, and so does this library in either mode. */
        static final int NOTE = -2;
        /** It accepts this, but this library cannot do it. */
        static final int WE_REFUSE = -3;
    }
}
