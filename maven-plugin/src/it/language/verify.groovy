import io.github.pg1c.maven.it.InvokedCase

def run = new InvokedCase(basedir, cases, golden)

run.says('small: конфигурация в target/pg1c/small (создано: ', 'small: секреты в .pg1c/small (создано: ')
assert run.file('target/pg1c/small/RUNBOOK.md').toFile().getText('UTF-8') =~ '[А-Яа-я]{4}'
assert run.file('target/pg1c/small/nodes/n1/rootfs/etc/patroni/patroni.yml').toFile().getText('UTF-8') =~ '# .*[А-Яа-я]{4}'
run.keptSecrets('small')
