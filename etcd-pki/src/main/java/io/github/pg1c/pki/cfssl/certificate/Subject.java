package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.json.GoText;
import io.github.pg1c.pki.cfssl.json.InputPlace;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import io.github.pg1c.pki.cfssl.json.JsonFields;
import io.github.pg1c.pki.cfssl.json.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * The subject of a request, attribute by attribute. Values of one kind from several entries share a relative name, the
 * kinds stand in the order that Go gives them, and text is a PrintableString where it can be.
 */
public record Subject(List<Attribute> attributes, boolean namesAnAuthority, InputPlace origin) {
    /** Kinds that Go orders; all others follow in the order of the request. */
    private static final List<ASN1ObjectIdentifier> ORDER =
            List.of(BCStyle.C, BCStyle.ST, BCStyle.L, BCStyle.O, BCStyle.OU, BCStyle.STREET, BCStyle.POSTAL_CODE);

    private static final List<ASN1ObjectIdentifier> KEPT =
            List.of(BCStyle.C, BCStyle.ST, BCStyle.L, BCStyle.O, BCStyle.OU);

    /** What a name must have one of, when an authority has no common name. */
    private static final List<String> PLACES = List.of("C", "ST", "L", "O", "OU");

    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9 '()+,\\-./:=?]*");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int UPPER_BOUND = 64;
    /** What stands for octets that were no text. */
    private static final int REPLACEMENT = 0xfffd;

    record Attribute(ASN1ObjectIdentifier type, String text) {}

    static Subject read(JsonFields request, InputProblems problems) {
        List<Attribute> all = new ArrayList<>();
        List<Attribute> others = new ArrayList<>();
        boolean everyNameSays = !request.objects("names").isEmpty();
        for (JsonFields name : request.objects("names")) {
            everyNameSays &=
                    PLACES.stream().anyMatch(key -> !name.textOr(key, "").isBlank());
            add(name, "C", BCStyle.C, all, problems);
            add(name, "ST", BCStyle.ST, all, problems);
            add(name, "L", BCStyle.L, all, problems);
            add(name, "O", BCStyle.O, all, problems);
            add(name, "OU", BCStyle.OU, all, problems);
            name.textsByName("OID")
                    .forEach((oid, value) -> PolicyStatement.oid(new Located<>(oid, value.origin()), problems)
                            .ifPresent(type -> others.add(new Attribute(type, value.value()))));
            add(name, "E", BCStyle.EmailAddress, others, problems);
            // cfssl reads and ignores it; the serial number stands beside the names.
            name.ignore("SerialNumber");
            name.end();
        }
        add(request, "CN", BCStyle.CN, all, problems);
        boolean hasCommonName = !request.textOr("CN", "").isEmpty();
        add(request, "serialnumber", BCStyle.SERIALNUMBER, all, problems);
        all.addAll(others);
        return new Subject(all, hasCommonName || everyNameSays, request.origin());
    }

    Subject named(Located<String> commonName, InputProblems problems) {
        check(commonName, BCStyle.CN, problems);
        List<Attribute> renamed = new ArrayList<>(attributes);
        renamed.removeIf(attribute -> attribute.type().equals(BCStyle.CN));
        int place = 0;
        while (place < renamed.size() && ORDER.contains(renamed.get(place).type())) {
            place++;
        }
        renamed.add(place, new Attribute(BCStyle.CN, commonName.value()));
        return new Subject(renamed, true, origin);
    }

    boolean isEmpty() {
        return attributes.isEmpty();
    }

    Optional<String> commonName() {
        return attributes.stream()
                .filter(attribute -> attribute.type().equals(BCStyle.CN))
                .map(Attribute::text)
                .findFirst();
    }

    X500Name name() {
        return name(attributes);
    }

    /** Checks a foreign name for values that verifiers refuse. */
    static void check(X500Name name, InputPlace place, InputProblems problems) {
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                if (attribute.getValue() instanceof ASN1String text) {
                    check(new Located<>(text.getString(), place), attribute.getType(), problems);
                }
            }
        }
    }

    /** A foreign name as Go rewrites it when it signs a request. */
    public static X500Name rewritten(X500Name name) {
        return rewritten(name, true);
    }

    /** A foreign name as cfssl rewrites it when it renews an authority. */
    public static X500Name renewed(X500Name name) {
        return rewritten(name, false);
    }

    private static X500Name rewritten(X500Name name, boolean whole) {
        List<Attribute> attributes = new ArrayList<>();
        List<Attribute> others = new ArrayList<>();
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                if (attribute.getValue() instanceof ASN1String text) {
                    boolean common = ORDER.contains(attribute.getType())
                            || attribute.getType().equals(BCStyle.CN)
                            || attribute.getType().equals(BCStyle.SERIALNUMBER);
                    (common ? attributes : others)
                            .add(new Attribute(attribute.getType(), GoText.wellFormed(text.getString())));
                }
            }
        }
        List<Attribute> ordered = new ArrayList<>(attributes);
        ordered.removeIf(attribute -> !(whole ? ORDER : KEPT).contains(attribute.type()));
        for (ASN1ObjectIdentifier single : List.of(BCStyle.CN, BCStyle.SERIALNUMBER)) {
            attributes.stream()
                    .filter(attribute -> attribute.type().equals(single))
                    .reduce((first, last) -> last)
                    .ifPresent(ordered::add);
        }
        if (whole) {
            ordered.addAll(others);
        }
        return name(ordered);
    }

    static Optional<String> commonName(X500Name name) {
        RDN[] found = name.getRDNs(BCStyle.CN);
        return found.length > 0 && found[0].getFirst().getValue() instanceof ASN1String text
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    private static X500Name name(List<Attribute> attributes) {
        List<RDN> rdns = new ArrayList<>();
        for (ASN1ObjectIdentifier type : ORDER) {
            AttributeTypeAndValue[] values = attributes.stream()
                    .filter(attribute -> attribute.type().equals(type))
                    .map(Subject::encoded)
                    .toArray(AttributeTypeAndValue[]::new);
            if (values.length > 0) {
                rdns.add(new RDN(values));
            }
        }
        attributes.stream()
                .filter(attribute -> !ORDER.contains(attribute.type()))
                .forEach(attribute -> rdns.add(new RDN(encoded(attribute))));
        return new X500Name(rdns.toArray(RDN[]::new));
    }

    private static AttributeTypeAndValue encoded(Attribute attribute) {
        ASN1Encodable text = PRINTABLE.matcher(attribute.text()).matches()
                ? new DERPrintableString(attribute.text())
                : new DERUTF8String(attribute.text());
        return new AttributeTypeAndValue(attribute.type(), text);
    }

    private static void add(
            JsonFields fields,
            String key,
            ASN1ObjectIdentifier type,
            List<Attribute> attributes,
            InputProblems problems) {
        fields.text(key).filter(text -> !text.value().isEmpty()).ifPresent(text -> {
            attributes.add(new Attribute(type, text.value()));
            check(text, type, problems);
        });
    }

    private static void check(Located<String> text, ASN1ObjectIdentifier type, InputProblems problems) {
        String value = text.value();
        if (type.equals(BCStyle.C) && !COUNTRY.matcher(value).matches()) {
            problems.add(CfsslRule.COUNTRY, text.origin(), value);
        } else if (value.isBlank()
                || !value.equals(value.strip())
                || value.codePointCount(0, value.length()) > UPPER_BOUND
                || value.codePoints().anyMatch(Subject::isInvisible)) {
            problems.add(CfsslRule.SUBJECT_TEXT, text.origin(), value);
        }
    }

    private static boolean isInvisible(int c) {
        return c == REPLACEMENT
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE
                || !Character.isDefined(c);
    }
}
