import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('pg1c: skipped, because pg1c.skip is true')
run.wroteNothing()
