package io.github.pg1c.pki.cfssl.certificate;

import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.json.InputProblems;
import io.github.pg1c.pki.cfssl.json.JsonFields;
import io.github.pg1c.pki.cfssl.json.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierId;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;

/** One entry of {@code Policies} of a profile. */
record PolicyStatement(ASN1ObjectIdentifier id, List<Qualifier> qualifiers) {
    record Qualifier(boolean isNotice, String value) {}

    static Optional<PolicyStatement> read(JsonFields fields, InputProblems problems) {
        List<Qualifier> qualifiers = new ArrayList<>();
        for (JsonFields qualifier : fields.objects("Qualifiers")) {
            String type = qualifier.textOr("Type", "");
            if (!type.equals("id-qt-unotice")
                    && !type.equals("id-qt-cps")
                    && problems.isSound(qualifier.origin().at("Type"))) {
                problems.add(CfsslRule.QUALIFIER_INVALID, qualifier.origin(), type);
            }
            String value = qualifier.textOr("Value", "");
            if (type.equals("id-qt-cps") && !AlternativeNames.isAscii(value)) {
                problems.add(CfsslRule.POINTER_NOT_ASCII, qualifier.origin(), value);
            }
            qualifiers.add(new Qualifier(type.equals("id-qt-unotice"), value));
            qualifier.end();
        }
        Optional<ASN1ObjectIdentifier> id = fields.text("ID").flatMap(text -> oid(text, problems));
        fields.end();
        return id.map(it -> new PolicyStatement(it, qualifiers));
    }

    static Optional<ASN1ObjectIdentifier> oid(Located<String> text, InputProblems problems) {
        Optional<ASN1ObjectIdentifier> oid = Optional.ofNullable(ASN1ObjectIdentifier.tryFromID(text.value()));
        if (oid.isEmpty()) {
            problems.add(CfsslRule.OID_INVALID, text.origin(), text.value());
        }
        return oid;
    }

    PolicyInformation information() {
        if (qualifiers.isEmpty()) {
            return new PolicyInformation(id);
        }
        ASN1EncodableVector infos = new ASN1EncodableVector();
        for (Qualifier qualifier : qualifiers) {
            infos.add(
                    qualifier.isNotice()
                            ? new PolicyQualifierInfo(
                                    PolicyQualifierId.id_qt_unotice,
                                    new DERSequence(new DERUTF8String(qualifier.value())))
                            : new PolicyQualifierInfo(
                                    PolicyQualifierId.id_qt_cps, new DERIA5String(qualifier.value())));
        }
        return new PolicyInformation(id, new DERSequence(infos));
    }
}
