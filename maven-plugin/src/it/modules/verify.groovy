import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('pg1c: skipped, because this project only lists modules and has no cluster.yaml')
['zup', 'erp'].each {
    run.says("${it}: configuration in ${it}/target/pg1c/${it} (created: ", "${it}: secrets in ${it}/.pg1c/${it} (made: ")
}
run.neverSays('not thread-safe')
