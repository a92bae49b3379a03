#!/bin/sh
# Сообщает, что есть на хосте узла spbpsql1 кластера zup, одним объектом JSON.
# Ничего не меняет и секретов не читает. То, что обычному пользователю не видно, — null.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='spbpsql1'
manager='dnf'
packages='postgrespro-1c-17-server postgrespro-1c-17-contrib pgbouncer'
programs='/opt/pgpro/1c-17/bin/initdb
/opt/pgpro/1c-17/bin/pg_basebackup
/opt/pgpro/1c-17/bin/pg_rewind
/opt/pgpro/1c-17/bin/postgres
/opt/pgpro/1c-17/bin/psql
/usr/bin/curl
/usr/bin/pgbouncer
/usr/local/bin/patroni
/usr/local/bin/patronictl'
users='pgbouncer psqladmines root'
files='/etc/patroni/databases.sql
/etc/patroni/patroni.yml
/etc/patroni/post-bootstrap.sh
/etc/patroni/shared.yml
/etc/pgbouncer/pg_hba.conf
/etc/pgbouncer/pgbouncer.ini
/etc/security/limits.d/90-pg1c.conf
/etc/sysctl.d/90-pg1c.conf
/etc/systemd/system/patroni.service
/etc/systemd/system/pg1c-disk-watch.service
/etc/systemd/system/pg1c-huge-pages.service
/etc/systemd/system/pgbouncer.service
/etc/udev/rules.d/61-pg1c-watchdog.rules
/usr/local/sbin/pg1c-disk-watch
/usr/local/sbin/pg1c-patronictl'
secret_files='/etc/patroni/patroni.env
/etc/patroni/roles.sql
/etc/patroni/tls/ca.pem
/etc/patroni/tls/etcd-ca.pem
/etc/patroni/tls/etcd-client-key.pem
/etc/patroni/tls/etcd-client.pem
/etc/patroni/tls/patroni-client-key.pem
/etc/patroni/tls/patroni-client.pem
/etc/patroni/tls/postgresql-key.pem
/etc/patroni/tls/postgresql.pem
/etc/patroni/tls/rest-key.pem
/etc/patroni/tls/rest.pem
/etc/pgbouncer/tls/ca.pem
/etc/pgbouncer/tls/server-key.pem
/etc/pgbouncer/tls/server.pem
/etc/pgbouncer/userlist.txt'
directories='/etc/patroni
/etc/patroni/tls
/etc/pgbouncer
/etc/pgbouncer/tls
/var/lib/pgpro/1c-17
/var/lib/pgpro/1c-17/data
/var/log/postgresql'
units='patroni.service pg1c-disk-watch.service pg1c-huge-pages.service pgbouncer.service'
# name, file of the kernel
kernel='vm.swappiness|/proc/sys/vm/swappiness
vm.overcommit_memory|/proc/sys/vm/overcommit_memory
vm.overcommit_ratio|/proc/sys/vm/overcommit_ratio
vm.nr_hugepages|/proc/sys/vm/nr_hugepages
vm.dirty_background_bytes|/proc/sys/vm/dirty_background_bytes
vm.dirty_bytes|/proc/sys/vm/dirty_bytes
vm.min_free_kbytes|/proc/sys/vm/min_free_kbytes
vm.zone_reclaim_mode|/proc/sys/vm/zone_reclaim_mode
kernel.numa_balancing|/proc/sys/kernel/numa_balancing
net.ipv4.tcp_keepalive_time|/proc/sys/net/ipv4/tcp_keepalive_time
net.ipv4.tcp_keepalive_intvl|/proc/sys/net/ipv4/tcp_keepalive_intvl
net.ipv4.tcp_keepalive_probes|/proc/sys/net/ipv4/tcp_keepalive_probes
transparent_hugepage|/sys/kernel/mm/transparent_hugepage/enabled'
locales='en_US.UTF-8 ru_RU.UTF-8'

m_usage='Использование'
m_no_program='не хватает программы'
m_failed='команда завершилась с ошибкой'
m_other_root='другой корневой каталог — не работающая система'
m_hidden='этому пользователю закрыт каталог выше'
m_silent='файла нет, или этого в нём нет'
m_no_right='этому пользователю не видно; root увидит'
m_no_process='среди видимых отсюда процессов нет того, чей это порт'
