import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('small: secrets in .pg1c/small (made: ', '| n1/haproxy-client ')
run.neverSays('correct horse')
run.keptSecrets('small')
assert run.file('.pg1c/small/ca/cluster/ca-key.pem').toFile().text.startsWith('-----BEGIN ENCRYPTED PRIVATE KEY-----')
