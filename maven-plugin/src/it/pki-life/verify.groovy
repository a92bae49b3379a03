import groovy.json.JsonSlurper
import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says(
        'small: secrets made: ',
        '+ Certificates: small ---',
        'n1/haproxy-client: issued, until ',
        'systemctl reload haproxy: n1',
        'nothing was done: this must be confirmed; nobody can be asked here, so say -Dpg1c.yes',
        'step 1 of 3 is done; when every node has done the above: pki-rotate -Dpg1c.authority=etcd',
        'restart etcd on one node after the other: n1, n2, n3',
        'step 2 of 3 is done',
        'step 3 of 3 is done: key 2 is the only one',
        'revocation list of etcd, until ',
        // Its own and the one that the former key of the authority had signed.
        'small: revoked: 2',
        'run generate and deliver the bundle together with the secrets',
        'changed nodes/n3/rootfs/etc/etcd/etcd.yml',
        'PeerTLSInfo.CRLFile: absent',
        'restart etcd node after node, each when all others are healthy (n1, n2, n3)')
run.keptSecrets('small')
assert run.file('target/pg1c/small/nodes/n3/rootfs/etc/etcd/etcd.yml').toFile().text.contains('CRLFile: "/etc/etcd/tls/crl.der"')
assert run.file('.pg1c/small/nodes/n3/rootfs/etc/etcd/tls/crl.der').toFile().isFile()
def rows = new JsonSlurper().parse(run.file('target/pki.json').toFile()).certificates
assert rows.find { it.id == 'n3/etc/etcd/tls/peer' }.generation == 2
assert rows.every { it.action == 'kept' }
