import io.github.pg1c.maven.it.InvokedCase

def cluster = context.get('cluster')
def run = new InvokedCase(basedir, cases, golden)

run.says(
        'Member\tHost\tRole\tState\tTL\tLag\n',
        'say -Dpg1c.yes',
        'main:   pg2: can take over',
        'main: done: pg2 leads, the others stream from it',
        'main: pg2 leads, nobody is behind',
        'main: restart, in this order: pg1',
        'main: loop_wait: 10 -> 5',
        'main: dry run, nothing was changed')
assert cluster.writes() == [
        'POST /pg1/switchover {"leader":"pg1","candidate":"pg2"}',
        'POST /pg1/restart {"role":"replica"}']
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'target/status.json')).leader == 'pg2'
cluster.close()
