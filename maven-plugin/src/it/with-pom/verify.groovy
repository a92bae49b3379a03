import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('small: cluster.yaml has no errors', 'small: configuration in target/pg1c/small (created: ',
        'small: secrets in .pg1c/small (made: ', 'nodes/n1/', 'small: next: read target/pg1c/small/RUNBOOK.md')
run.wroteExpected('small')
