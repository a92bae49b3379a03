import io.github.pg1c.maven.it.InvokedCase

def cluster = context.get('cluster')
def run = new InvokedCase(basedir, cases, golden)

// validate, generate, tune: the one warning of their specification.
assert run.log().count('[WARNING] warned.yaml:19:1: warning PG1C-505: networks: ') >= 3
run.says(
        // status, topology
        '[WARNING] main: there is no leader\n',
        // reload
        '[WARNING] main: pg1: no answer, so it is NOT known whether it was done',
        // pki-init
        '[WARNING] main: the keys of the authorities in .pg1c/main/ca are not encrypted',
        // pki-renew
        '[WARNING] main: n1/haproxy-client lives shorter than asked for',
        // pki-rotate, in its second step
        '[WARNING] main: n2/etc/etcd/tls/peer lives shorter than asked for',
        // pki-revoke
        '[WARNING] main: the first list of an authority: ',
        // pki-csr
        '[WARNING] main: with an authority outside, the ports that trust cluster let in every client certificate',
        // pki-cfssl
        '[WARNING] company/no-hosts-csr.json:1:1: warning hosts-missing: ')
assert run.log().count('[WARNING] main: there is no leader') >= 2
// switchover, restart
assert run.log().count('[WARNING] main: nothing was scheduled') >= 2
run.neverSays('[INFO]')
cluster.close()
