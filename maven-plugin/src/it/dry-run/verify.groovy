import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('small: dry run, nothing is written', '(created: ', 'nodes/n1/')
run.wroteNothing()
