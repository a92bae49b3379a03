import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says("b.yaml: error PG1C-902: name: cluster 'small' is also described in a.yaml", 'pg1c: errors: 1; warnings: ')
run.wroteNothing()
