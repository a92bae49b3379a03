package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Text;

/** Ends the reading of a document that cannot be understood any further. */
final class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient String code;
    private final transient Location at;
    private final transient Text text;
    private final transient Text remedy;

    UnreadableDocumentException(String code, Location at, Text text, Text remedy) {
        super(text.en(), null, false, false);
        this.code = code;
        this.at = at;
        this.text = text;
        this.remedy = remedy;
    }

    String code() {
        return code;
    }

    Location at() {
        return at;
    }

    Text text() {
        return text;
    }

    Text remedy() {
        return remedy;
    }
}
