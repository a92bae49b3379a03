import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('cluster.yaml: ', ' PG1C-901: ', '-Dpg1c.spec')
run.wroteNothing()
