import io.github.pg1c.maven.it.InvokedCase

import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

def run = new InvokedCase(basedir, cases, golden)

run.says(
        'ca-key.pem', 'etcd.pem', 'etcd-key.pem', 'etcd.csr',
        'ca-config.json:2:14: ошибка profile-unknown: ', 'ectd', '10.129.0.21/24', 'spb etcd', '1024', 'ничего не записано',
        "pg1c.command: error PG1C-903: 'renew' is not known here",
        'none.json cannot be read: it does not exist',
        'pg1c.csr: error PG1C-906: there is nothing to work on')
run.neverSays('PRIVATE KEY')
assert ['ca.pem', 'ca-key.pem', 'ca.csr', 'etcd.pem', 'etcd-key.pem', 'etcd.csr'].every { run.file(it).toFile().isFile() }
assert PosixFilePermissions.toString(Files.getPosixFilePermissions(run.file('etcd-key.pem'))) == 'rw-------'
assert !run.file('wrong.pem').toFile().exists()
def openssl = ['openssl', 'verify', '-x509_strict', '-CAfile', 'ca.pem', 'etcd.pem'].execute(null, basedir)
openssl.waitFor()
assert openssl.text.contains('etcd.pem: OK')
