#!/bin/sh
# Устанавливает файлы узла pgsql-n2 кластера pgsql-cluster.
# Можно запускать повторно; сеть не нужна; службы не запускает.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='pgsql-n2'
users='etcd haproxy postgres root'
locales='en_US.UTF-8 ru_RU.UTF-8'
units='etcd.service haproxy.service patroni.service pg1c-disk-watch.service pg1c-huge-pages.service pgbouncer.service'
settings_units='pg1c-disk-watch.service pg1c-huge-pages.service'
rivals='postgrespro-std-15.service'
# program, what brings it
programs='/opt/pgpro/std-15/bin/initdb пакет postgrespro-std-15-server
/opt/pgpro/std-15/bin/pg_basebackup пакет postgrespro-std-15-server
/opt/pgpro/std-15/bin/pg_rewind пакет postgrespro-std-15-server
/opt/pgpro/std-15/bin/postgres пакет postgrespro-std-15-server
/opt/pgpro/std-15/bin/psql пакет postgrespro-std-15-server
/sbin/ip пакет iproute2
/usr/bin/curl пакет curl
/usr/bin/etcd пакет etcd-server
/usr/bin/etcdctl пакет etcd-client
/usr/bin/patroni пакет patroni
/usr/bin/patronictl пакет patroni
/usr/sbin/haproxy пакет haproxy
/usr/sbin/pgbouncer пакет pgbouncer'
# address, port, service
ports='172.16.64.22 2380 etcd
172.16.64.22 2379 etcd
127.0.0.1 2381 etcd
172.16.64.22 5432 postgresql
172.16.64.22 8008 patroni
172.16.64.22 6432 pgbouncer
172.16.64.22 5000 haproxy
172.16.64.22 5001 haproxy
172.16.64.22 8404 haproxy'
# required or optional, user, module of the kernel, path
devices='required postgres softdog /dev/watchdog'
# rule, mode, owner, group, path, mark of a database
directories='make 0755 root root /etc/etcd
own 0750 etcd etcd /etc/etcd/tls
make 0755 root root /etc/haproxy
own 0700 root root /etc/haproxy/tls
make 0755 root root /etc/patroni
own 0750 postgres postgres /etc/patroni/tls
make 0755 root root /etc/pgbouncer
own 0750 postgres postgres /etc/pgbouncer/tls
data 0700 etcd etcd /var/lib/etcd/disk/data
disk 0755 postgres postgres /var/lib/pgpro/std-15
database 0700 postgres postgres /var/lib/pgpro/std-15/data patroni.dynamic.json
disk 0755 postgres postgres /var/lib/pgspaces
remade 0700 postgres postgres /var/lib/pgspaces/data
remade 0700 postgres postgres /var/lib/pgspaces/index
disk 0750 postgres postgres /var/log/postgresql'
# SHA-256, mode, owner, group, path
files='6dddd5ace5f852e58d3a9a7652dd815607fe702d30865a427435fdb8b6573863 0644 root root /etc/etcd/etcd.yml
4ca504d66c5119215f631faae40194b221a9312d81479337c16b7979e0d98b04 0644 root root /etc/haproxy/haproxy.cfg
c1abb709e5d935d1886585c744f45956af97ac17dce2b6b6b79b44152a8240bc 0644 root root /etc/patroni/databases.sql
cba274aad2295d724686eb292538cfab1afbba8322aa616e18a69de77625525f 0640 root postgres /etc/patroni/patroni.yml
dbb6d2dbadf94513338af4e0a5a71d796ac55f39e1979b3e1f21604c3c1328e7 0755 root root /etc/patroni/post-bootstrap.sh
e2566a4d8f9bda46c33a7a6e4ba9035c207d3139b8ee3863957b68dab407781a 0644 root root /etc/patroni/shared.yml
3f1b6a592a56a5cf42cea8a352030d1d23557208ad2bc81c2c764f2f5dea2663 0640 root postgres /etc/pgbouncer/pg_hba.conf
55e1613383961dad96f31596fc9d1957bb1db07830dee7d573ee510455def1b4 0640 root postgres /etc/pgbouncer/pgbouncer.ini
80093747cac99b4617f7a4809646c2c096e6a1c7f4ae50bf336d41f252b7bfa8 0644 root root /etc/security/limits.d/90-pg1c.conf
045a3451e28a68421cdf726af0f7adcfbfe06189dbee9cc639bc82751fa31166 0644 root root /etc/sysctl.d/90-pg1c.conf
68ce3629b53ef44be705fb9edb61105886303ba866eb3609c70e4536ae8a3286 0644 root root /etc/systemd/system/etcd.service
8a770482bfb5766b06587ce2ba32a53f892bea0ce9d144ea3455e43b164ca3cb 0644 root root /etc/systemd/system/haproxy.service
2763927ec9282ecfb7f72be6bd688d3f26389414ff7e113dc4b9b4f145aa1dea 0644 root root /etc/systemd/system/patroni.service
7c63e8e727951314d0e5489ba30293d392e1c2ece8c8027229d07ac6e1c61ef6 0644 root root /etc/systemd/system/pg1c-disk-watch.service
26f1e13defd31fdc0140a55f1f9300fe42c7aba35e2e41bbeb82c8049bf63ccb 0644 root root /etc/systemd/system/pg1c-huge-pages.service
ef96cfa8dd49a58e84bf832b6b8bc87169973f6b8a284d40df41c888cebc7675 0644 root root /etc/systemd/system/pgbouncer.service
a3887b4b826c27a46967f225e2023fce9e398cfdfdc61a651d8e52f3f927f52a 0644 root root /etc/udev/rules.d/61-pg1c-watchdog.rules
7492af4ddef4fb1fcf7f742b6dfe1d490e23e692e641a7d9c0ce034cd6d4e233 0755 root root /usr/local/sbin/pg1c-disk-watch
4da39aa26050f9c8ad5985e23f7274f60fbc365c3760e5acc3bada24243165ef 0755 root root /usr/local/sbin/pg1c-empty-tablespaces
439096cc472c3081b9423903df64669b430f61ef0bd70b3c2cf1edf81a8e9db2 0755 root root /usr/local/sbin/pg1c-etcdctl
d4191d936bde55c582facc9966bbed5387929418a577178858f32705fcffcbc4 0755 root root /usr/local/sbin/pg1c-patronictl'
# mode, owner, group, need, path
secret_files='0644 etcd etcd restart:etcd /etc/etcd/tls/ca.pem
0600 root root nothing /etc/etcd/tls/client-key.pem
0644 root root nothing /etc/etcd/tls/client.pem
0644 etcd etcd nothing /etc/etcd/tls/crl.der
0600 etcd etcd nothing /etc/etcd/tls/peer-key.pem
0644 etcd etcd nothing /etc/etcd/tls/peer.pem
0600 etcd etcd nothing /etc/etcd/tls/server-key.pem
0644 etcd etcd nothing /etc/etcd/tls/server.pem
0600 root root restart:haproxy /etc/haproxy/haproxy.env
0644 root root reload:haproxy /etc/haproxy/tls/ca.pem
0600 root root reload:haproxy /etc/haproxy/tls/client.pem
0644 root root reload:haproxy /etc/haproxy/tls/crl.pem
0600 root root reload:haproxy /etc/haproxy/tls/server.pem
0600 postgres postgres restart:patroni /etc/patroni/patroni.env
0600 postgres postgres manual /etc/patroni/roles.sql
0644 postgres postgres reload:patroni /etc/patroni/tls/ca.pem
0644 postgres postgres reload:patroni /etc/patroni/tls/crl.pem
0644 postgres postgres reload:patroni /etc/patroni/tls/etcd-ca.pem
0600 postgres postgres reload:patroni /etc/patroni/tls/etcd-client-key.pem
0644 postgres postgres reload:patroni /etc/patroni/tls/etcd-client.pem
0600 postgres postgres reload:patroni /etc/patroni/tls/patroni-client-key.pem
0644 postgres postgres reload:patroni /etc/patroni/tls/patroni-client.pem
0600 postgres postgres reload:postgresql /etc/patroni/tls/postgresql-key.pem
0644 postgres postgres reload:postgresql /etc/patroni/tls/postgresql.pem
0600 postgres postgres reload:patroni /etc/patroni/tls/rest-key.pem
0644 postgres postgres reload:patroni /etc/patroni/tls/rest.pem
0644 postgres postgres reload:pgbouncer /etc/pgbouncer/tls/ca.pem
0600 postgres postgres reload:pgbouncer /etc/pgbouncer/tls/server-key.pem
0644 postgres postgres reload:pgbouncer /etc/pgbouncer/tls/server.pem
0600 postgres postgres reload:pgbouncer /etc/pgbouncer/userlist.txt'
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
