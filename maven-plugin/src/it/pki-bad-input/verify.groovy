import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says(
        "pg1c.serials: error PG1C-903: '12zz' is not a serial number",
        "pg1c.serials: error PG1C-903: 'xyz' is not a serial number",
        "pg1c.reason: error PG1C-903: 'stolen' is not known here",
        "pg1c.cluster: error PG1C-905: no specification describes 'big'",
        "pg1c.passphraseServer: error PG1C-903: settings.xml gives no passphrase of 'nobody'",
        'pg1c: errors: 5; nothing was changed',
        "pg1c.authority: error PG1C-903: 'patroni' is not known here",
        'pg1c.authorityFile, pg1c.answers: error PG1C-906: these exclude each other',
        'cluster.yaml holds no certificate that can be read',
        'there are no certificates in .pg1c/small',
        'name the one that is to be outside: etcd, cluster')
run.wroteNothing()
