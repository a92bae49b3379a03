import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.foundExpectedProblems()
run.says('; nothing was written')
run.wroteNothing()
