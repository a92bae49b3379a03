import groovy.json.JsonSlurper
import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('small: nothing to do, no setting differs: target/pg1c/small ')

def text = run.file('more.txt').toFile().getText('UTF-8')
assert text.contains('n1, n2: /etc/patroni/patroni.yml')
assert text.contains('bootstrap.dcs.postgresql.parameters.max_connections: 65 ')
assert text.contains('1. deliver and install the files')
assert text.contains('pg1c-patronictl edit-config small --apply')

def json = new JsonSlurper().parse(run.file('more.json').toFile())
assert json.cluster == 'small'
assert json.settings.any { it.path == 'pgbouncer/max_client_conn' && it.need == 'reload:pgbouncer' }
assert json.steps*.action.first() == 'install'

run.says(
        'settings that differ:',
        'steps, in order:',
        'pg1c.before: error PG1C-904: there is neither a bundle nor a specification at nowhere',
        'pg1c.format: error PG1C-903: ',
        'pg1c: errors: 2; nothing was compared')
