package io.github.pg1c.maven;

/** The user properties of all goals: each is the parameter's name behind {@code pg1c.}, for {@code -D} and {@code <properties>}. */
final class PropertyNames {

    static final String SPEC = "pg1c.spec";
    static final String OUTPUT_DIRECTORY = "pg1c.outputDirectory";
    static final String SECRETS_DIRECTORY = "pg1c.secretsDirectory";
    static final String LANGUAGE = "pg1c.language";
    static final String DRY_RUN = "pg1c.dryRun";
    static final String FORCE = "pg1c.force";
    static final String SKIP = "pg1c.skip";
    static final String PASSPHRASE_SERVER = "pg1c.passphraseServer";

    private PropertyNames() {}
}
