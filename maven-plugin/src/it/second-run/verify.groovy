import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('small: configuration in target/pg1c/small (created: ', 'small: nothing changed, files: ')
assert run.log().count('small: configuration in') == 1
run.keptSecrets('small')
