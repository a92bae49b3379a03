import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('pg1c:generate', 'User property: pg1c.outputDirectory', 'User property: pg1c.secretsDirectory', 'User property: pg1c.dryRun',
        'User property: pg1c.force', 'User property: pg1c.spec', 'User property: pg1c.language', 'User property: pg1c.skip')
