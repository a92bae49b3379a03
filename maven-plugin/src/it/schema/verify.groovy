import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says(
        'schema written to cluster.schema.json',
        '# yaml-language-server: $schema=cluster.schema.json',
        'PG1C-908: -Dpg1c.sepc has no effect: pg1c has no such parameter; did you mean -Dpg1c.spec?',
        'PG1C-908: -Dpg1c.secretDirectory has no effect: pg1c has no such parameter; did you mean -Dpg1c.secretsDirectory?',
        ': cannot be written: ',
        '/cluster.yaml is a file, not a directory; move the file away, or name another directory')
run.neverSays('Exception: ', '\tat ')
assert run.file('cluster.schema.json').toFile().isFile()
run.wroteNothing()
