import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

['first', 'second', 'third'].each {
    run.says("${it}: configuration in target/pg1c/${it} ")
    run.keptSecrets(it)
}
run.neverSays('other.yaml')
