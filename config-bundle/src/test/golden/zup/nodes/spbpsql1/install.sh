#!/bin/sh
# Устанавливает файлы узла spbpsql1 кластера zup.
# Можно запускать повторно; сеть не нужна; службы не запускает.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='spbpsql1'
users='pgbouncer psqladmines root'
locales='en_US.UTF-8 ru_RU.UTF-8'
units='patroni.service pg1c-disk-watch.service pg1c-huge-pages.service pgbouncer.service'
settings_units='pg1c-disk-watch.service pg1c-huge-pages.service'
rivals='postgrespro-1c-17.service'
# program, what brings it
programs='/opt/pgpro/1c-17/bin/initdb пакет postgrespro-1c-17-server
/opt/pgpro/1c-17/bin/pg_basebackup пакет postgrespro-1c-17-server
/opt/pgpro/1c-17/bin/pg_rewind пакет postgrespro-1c-17-server
/opt/pgpro/1c-17/bin/postgres пакет postgrespro-1c-17-server
/opt/pgpro/1c-17/bin/psql пакет postgrespro-1c-17-server
/usr/bin/curl пакет curl
/usr/bin/pgbouncer пакет pgbouncer
/usr/local/bin/patroni окружение /opt/patroni
/usr/local/bin/patronictl окружение /opt/patroni'
# address, port, service
ports='192.168.10.204 5432 postgresql
192.168.10.204 8008 patroni
192.168.10.204 6432 pgbouncer'
# required or optional, user, module of the kernel, path
devices='optional psqladmines softdog /dev/watchdog'
# rule, mode, owner, group, path, mark of a database
directories='make 0755 root root /etc/patroni
own 0750 psqladmines psqladmines /etc/patroni/tls
make 0755 root root /etc/pgbouncer
own 0750 pgbouncer pgbouncer /etc/pgbouncer/tls
disk 0755 psqladmines psqladmines /var/lib/pgpro/1c-17
database 0700 psqladmines psqladmines /var/lib/pgpro/1c-17/data patroni.dynamic.json
disk 0750 psqladmines psqladmines /var/log/postgresql'
# SHA-256, mode, owner, group, path
files='fe668f28a23be69c7d3333c7bc8b0d440c15c22ed7eb7f8c01ddd6c2d969978b 0644 root root /etc/patroni/databases.sql
01e0bcdff1b91fb29dc31d906ddebdfe2e0676a38814b1a526e1cf1a1eff311c 0640 root psqladmines /etc/patroni/patroni.yml
9d8ec423e12c8c5ea0408cb38ca711e0274b71e4a3cf671e23ea1fd691b9ac0d 0755 root root /etc/patroni/post-bootstrap.sh
c77c93d6d4b54db523d8de23bc9978e2d9aaa4deff94912366d9847987d0f53c 0644 root root /etc/patroni/shared.yml
c70ad04d378dc93fcb1e4ab5b0e8c51797d49aa21af34282967224fa93a7ebb6 0640 root pgbouncer /etc/pgbouncer/pg_hba.conf
c31bc278411c1303d4be43cb1dffcb71c9b03732a1fb5454629204c169fc3bf9 0640 root pgbouncer /etc/pgbouncer/pgbouncer.ini
765726a0c2ecbb7d13afa5a30da4293d8df074ced27c67ecba193fbd596a27d1 0644 root root /etc/security/limits.d/90-pg1c.conf
a45e91caca52f0458da9a398fb7492f6cf8e74951dc0a9970010cacd93725a8c 0644 root root /etc/sysctl.d/90-pg1c.conf
699f069c5e7fe02d01e4f619a249db99c5e0d2be7920ca5b45927796a3ca548d 0644 root root /etc/systemd/system/patroni.service
55e4b3855ca39cea8001ce6da0994b9f58d0fc29edc21463520783f177f18674 0644 root root /etc/systemd/system/pg1c-disk-watch.service
2d390755251dd20933faf8fd821d926c87e9910263bd802674f8aeeef712ee85 0644 root root /etc/systemd/system/pg1c-huge-pages.service
ec690d7a738b218c548627cb19df508a73c3387c2f5d3f9334bcb360de8e4e18 0644 root root /etc/systemd/system/pgbouncer.service
c08d82d70791a1068f0388d01f386b7f3c43fc130314d0003682ae7a0a89b8b6 0644 root root /etc/udev/rules.d/61-pg1c-watchdog.rules
497d0d4dc774df8ad3044da2595be8e881ada387548ff98cdf6c88226003ddf6 0755 root root /usr/local/sbin/pg1c-disk-watch
ef1cfefb14d9d5197479cf95f601921e7496402759347e8c1d3d9af93b87632e 0755 root root /usr/local/sbin/pg1c-patronictl'
# mode, owner, group, need, path
secret_files='0600 psqladmines psqladmines restart:patroni /etc/patroni/patroni.env
0600 psqladmines psqladmines manual /etc/patroni/roles.sql
0644 psqladmines psqladmines reload:patroni /etc/patroni/tls/ca.pem
0644 psqladmines psqladmines reload:patroni /etc/patroni/tls/etcd-ca.pem
0600 psqladmines psqladmines reload:patroni /etc/patroni/tls/etcd-client-key.pem
0644 psqladmines psqladmines reload:patroni /etc/patroni/tls/etcd-client.pem
0600 psqladmines psqladmines reload:patroni /etc/patroni/tls/patroni-client-key.pem
0644 psqladmines psqladmines reload:patroni /etc/patroni/tls/patroni-client.pem
0600 psqladmines psqladmines reload:postgresql /etc/patroni/tls/postgresql-key.pem
0644 psqladmines psqladmines reload:postgresql /etc/patroni/tls/postgresql.pem
0600 psqladmines psqladmines reload:patroni /etc/patroni/tls/rest-key.pem
0644 psqladmines psqladmines reload:patroni /etc/patroni/tls/rest.pem
0644 pgbouncer pgbouncer reload:pgbouncer /etc/pgbouncer/tls/ca.pem
0600 pgbouncer pgbouncer reload:pgbouncer /etc/pgbouncer/tls/server-key.pem
0644 pgbouncer pgbouncer reload:pgbouncer /etc/pgbouncer/tls/server.pem
0600 pgbouncer pgbouncer reload:pgbouncer /etc/pgbouncer/userlist.txt'
# program, files whose change is a reason to ask it again
probes=''

m_usage='Использование'
m_problem='ПРОБЛЕМА'
m_not_root='установка возможна только от root, а не от'
m_no_root='нет такого каталога'
m_other_host='это другой узел'
m_expected='ожидается'
m_no_program='не хватает программы'
m_no_user='нет пользователя'
m_no_group='нет группы'
m_foreign_database='в каталоге данных есть база, созданная не этим кластером, например пакетом: уберите её (в Debian и Ubuntu: pg_dropcluster), если её данные нужны — укажите узел в «takeover» описания, или передайте её кластеру как есть ключом --adopt-database'
m_taken_port='на порту службы слушает другой процесс; остановите его и запретите ему запускаться'
m_foreign_parent='пользователь службы не может писать в каталог, где она создаёт и удаляет файлы, например файлы журнала или данные перед новой копией: передайте каталог этому пользователю (chown), если в нём больше ничего нет, иначе укажите в описании другой путь (для данных и WAL — на уровень глубже)'
m_mounted='диск смонтирован прямо в каталог данных или WAL, и этот каталог нельзя будет ни удалить, ни переименовать перед новой копией: смонтируйте диск уровнем выше'
m_no_device='нет обязательного устройства, и модуля для него в ядре нет'
m_held_device='обязательное устройство занято другой программой, например systemd (RuntimeWatchdogSec)'
m_foreign_device='обязательное устройство недоступно его пользователю; его должен передать хост контейнера'
m_closed_device='обязательное устройство недоступно его пользователю и после правила udev'
m_module='модуль'
m_no_locale='нет локали'
m_damaged='файл отсутствует или отличается от сгенерированного'
m_secrets_needed='секретного файла на узле ещё нет; укажите каталог с секретами в --secrets'
m_no_secret='секретный файл отсутствует или пуст'
m_probe='рядом с файлами узла нет того, что ему нужно'
m_nothing_done='Ничего не изменено; проблем'
m_created='создан   '
m_changed='изменён  '
m_unchanged='без изменений'
m_removed='удалён   '
m_removed_edited='изменён вручную, перенесён в'
m_needs='нужно    '
m_backup='прежний файл сохранён как'
m_stop_rival='Эта служба занимает тот же порт или данные и работает; остановите её'
m_failed='команда завершилась с ошибкой'
m_same='Узел уже соответствует описанию; ничего не изменено.'
m_next='Готово. Службы кластера не запускались и не перезапускались: порядок — в RUNBOOK.md, в скобках указано, что нужно после каждого изменения.'
