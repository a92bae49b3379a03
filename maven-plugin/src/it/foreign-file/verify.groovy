import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('these files were not written by pg1c', '    target/pg1c/small/RUNBOOK.md', '-Dpg1c.force', 'pg1c: not written: small')
// The second run was told to replace it.
assert !run.file('target/pg1c/small/RUNBOOK.md').toFile().text.contains('my own notes')
run.keptSecrets('small')
