import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

def table = run.file('table.txt').toFile().getText('UTF-8')
assert table.startsWith('16GB, 6 CPU, диск ssd, соединений 1С: 200, ')
assert table.contains('Кеш держит и операционная система') || table.contains('ОЗУ / 4 = 4GB')
assert table =~ /(?m)^Итого +\d+ МБ +\d+ МБ$/

run.says(
        'work_mem = 16MB',
        'erp, n1: 8GB, 4 CPU, disk ssd, connections of 1C: 50, ',
        'erp, n2: 16GB, 4 CPU, disk ssd, connections of 1C: 50, ',
        'its-5866',
        'erp, n1: 8GB, 4 CPU, disk ssd, connections of 1C: 60, ',
        'postgresql.conf:4: ',
        'pg1c.against: error PG1C-904: the server would refuse the file: refused.conf:2: ',
        "pg1c.cpus: error PG1C-903: 'six' is not a number that is possible here",
        'pg1c.memory: error PG1C-906: there is no specification here, so this figure is needed',
        'pg1c.connections: error PG1C-906: ',
        'pg1c: errors: 3; nothing was calculated')
assert run.file('compared.txt').toFile().getText('UTF-8') =~ /(?m)^postgresql.conf:4: .*fsync/
assert !run.file('target').toFile().exists()
