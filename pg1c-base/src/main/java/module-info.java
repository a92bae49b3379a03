/**
 * What every module needs and is not of the domain: words in two languages, addresses, text formats, private files,
 * keys.
 */
module io.github.pg1c.base {
    requires static org.jspecify;

    exports io.github.pg1c.base.file;
    exports io.github.pg1c.base.net;
    exports io.github.pg1c.base.pem;
    exports io.github.pg1c.base.secret;
    exports io.github.pg1c.base.text;
    exports io.github.pg1c.base.words;
}
