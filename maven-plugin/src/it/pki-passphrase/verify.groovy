import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says(
        'the keys of the authorities are encrypted, and there is no passphrase: name the <server> of settings.xml that holds it with -Dpg1c.passphraseServer',
        'the passphrase does not open the keys of the authorities: it is another one, or a key is damaged',
        "settings.xml gives no passphrase of 'empty'",
        'small: issued again: 1',
        'small: secrets in .pg1c/small (made: 0)')
run.neverSays('correct horse', 'wrong mule', 'master of this case')
run.keptSecrets('small')
assert run.file('.pg1c/small/ca/etcd/ca-key.pem').toFile().text.startsWith('-----BEGIN ENCRYPTED PRIVATE KEY-----')
