#!/bin/sh
# Устанавливает файлы узла node2 кластера patroni_cluster.
# Можно запускать повторно; сеть не нужна; службы не запускает.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='node2'
users='pgbouncer postgres root'
locales='en_US.UTF-8 ru_RU.UTF-8'
units='patroni.service pg1c-disk-watch.service pg1c-huge-pages.service pgbouncer.service'
settings_units='pg1c-disk-watch.service pg1c-huge-pages.service'
rivals='postgresql-16.service'
# program, what brings it
programs='/opt/patroni/bin/patroni окружение /opt/patroni
/opt/patroni/bin/patronictl окружение /opt/patroni
/usr/bin/curl пакет curl
/usr/bin/pgbouncer пакет pgbouncer
/usr/pgsql-16/bin/initdb пакет postgresql16-server
/usr/pgsql-16/bin/pg_basebackup пакет postgresql16-server
/usr/pgsql-16/bin/pg_rewind пакет postgresql16-server
/usr/pgsql-16/bin/postgres пакет postgresql16-server
/usr/pgsql-16/bin/psql пакет postgresql16-server
/usr/pgsql-16/lib/pg_wait_sampling.so пакет pg_wait_sampling_16
/usr/pgsql-16/lib/pgaudit.so пакет pgaudit_16'
# address, port, service
ports='192.168.60.132 5432 postgresql
192.168.60.132 8008 patroni
192.168.60.132 6432 pgbouncer'
# required or optional, user, module of the kernel, path
devices=''
# rule, mode, owner, group, path, mark of a database
directories='disk 0755 postgres postgres /data
database 0700 postgres postgres /data/16 patroni.dynamic.json
disk 0750 postgres postgres /data/log
disk 0750 postgres postgres /data/log/patroni
make 0755 root root /etc/patroni
own 0750 postgres postgres /etc/patroni/tls
make 0755 root root /etc/pgbouncer
own 0750 pgbouncer pgbouncer /etc/pgbouncer/tls'
# SHA-256, mode, owner, group, path
files='6762746f482d7ec8664c51b1ef9dd6eba978e026d795509b05294a40f32ad395 0644 root root /etc/patroni/databases.sql
7dc9ad5daef6f8f9afe2ead9570c6bfdeebabbdd88969a80242c66acb29a6e59 0640 root postgres /etc/patroni/patroni.yml
d4532fab3e8b58a382d0a136dd1d7d91f9c49093cd94aed9a869a93533bf1bd7 0755 root root /etc/patroni/post-bootstrap.sh
340d4f09769d5d2c372854832377cc343a577423f0647e7ce2684ea1c95601a2 0644 root root /etc/patroni/shared.yml
4f92fe20842148162abecca0abc916d9ff3577da86baf2deeee85aa626d25caf 0640 root pgbouncer /etc/pgbouncer/pg_hba.conf
d5a3f249dbcb3b333877845e9516fbde104e6cc28e565007eca1267086a44e29 0640 root pgbouncer /etc/pgbouncer/pgbouncer.ini
8c8ea9175813320d292afb5d2e2b64418a5cfe2cb30d781c14176e9f02affed4 0644 root root /etc/security/limits.d/90-pg1c.conf
71811a38041c6924ea96378852612c068d664e9186be2f7ccf71621c6290e77f 0644 root root /etc/sysctl.d/90-pg1c.conf
c409b30edea489b534e8cd248770a784f2689fcc0de98caa916c4118a5c81876 0644 root root /etc/systemd/system/patroni.service
adc511caecd30df102666604b625a5ae4770462ba7a41ee2df4553d883d1eec6 0644 root root /etc/systemd/system/pg1c-disk-watch.service
4b194830f422d5dcac395ca87c2984af511e40aa235be599228c442e48500c94 0644 root root /etc/systemd/system/pg1c-huge-pages.service
52a15c8b4a95708eb9c3c408e56645f109a658214d71a48b3a6434d3a8c90ab2 0644 root root /etc/systemd/system/pgbouncer.service
f762c412b671a848784a64afbf805f7fcd222580205402d3d7f33f4b1807471a 0755 root root /usr/local/sbin/pg1c-disk-watch
b28040d94b3cfc89cb33fd10e26e42fd67051bfc35f5d06021e6c984716d585c 0755 root root /usr/local/sbin/pg1c-patronictl'
# mode, owner, group, need, path
secret_files='0600 postgres postgres restart:patroni /etc/patroni/patroni.env
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
