import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('bare: configuration in target/pg1c/bare (created: ', 'bare: secrets in .pg1c/bare (made: ')
run.keptSecrets('bare')
assert run.file('target/pg1c/bare/bundle.json').toFile().isFile()
assert basedir.list().every { !it.contains('${') }
