import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says(
        'company/ca.pem',
        'n1-haproxy-client.csr: n1/haproxy-client',
        'small: the authority cluster is taken in',
        'target/pg1c-requests/small/n1-haproxy-client.pem',
        'n1/haproxy-client: taken in, until ',
        'small: certificates taken in: ',
        'small: configuration in target/pg1c/small (created: ')
run.neverSays('requests that still wait')
run.keptSecrets('small')
def company = run.file('company/ca.pem').toFile().text
assert run.file('.pg1c/small/nodes/n1/rootfs/etc/haproxy/tls/ca.pem').toFile().text == company
assert run.file('.pg1c/small/ca/cluster/ca.pem').toFile().text == company
assert !run.file('.pg1c/small/ca/cluster/ca-key.pem').toFile().exists()
