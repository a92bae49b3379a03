#!/bin/sh
# Сообщает, что есть на хосте узла pgsql-n2 кластера pgsql-cluster, одним объектом JSON.
# Ничего не меняет и секретов не читает. То, что обычному пользователю не видно, — null.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='pgsql-n2'
manager='apt'
packages='etcd-server etcd-client postgrespro-std-15-server postgrespro-std-15-contrib patroni python3-etcd python3-dnspython python3-psycopg2 pgbouncer haproxy'
programs='/opt/pgpro/std-15/bin/initdb
/opt/pgpro/std-15/bin/pg_basebackup
/opt/pgpro/std-15/bin/pg_rewind
/opt/pgpro/std-15/bin/postgres
/opt/pgpro/std-15/bin/psql
/sbin/ip
/usr/bin/curl
/usr/bin/etcd
/usr/bin/etcdctl
/usr/bin/patroni
/usr/bin/patronictl
/usr/sbin/haproxy
/usr/sbin/pgbouncer'
users='etcd haproxy postgres root'
files='/etc/etcd/etcd.yml
/etc/haproxy/haproxy.cfg
/etc/patroni/databases.sql
/etc/patroni/patroni.yml
/etc/patroni/post-bootstrap.sh
/etc/patroni/shared.yml
/etc/pgbouncer/pg_hba.conf
/etc/pgbouncer/pgbouncer.ini
/etc/security/limits.d/90-pg1c.conf
/etc/sysctl.d/90-pg1c.conf
/etc/systemd/system/etcd.service
/etc/systemd/system/haproxy.service
/etc/systemd/system/patroni.service
/etc/systemd/system/pg1c-disk-watch.service
/etc/systemd/system/pg1c-huge-pages.service
/etc/systemd/system/pgbouncer.service
/etc/udev/rules.d/61-pg1c-watchdog.rules
/usr/local/sbin/pg1c-disk-watch
/usr/local/sbin/pg1c-empty-tablespaces
/usr/local/sbin/pg1c-etcdctl
/usr/local/sbin/pg1c-patronictl'
secret_files='/etc/etcd/tls/ca.pem
/etc/etcd/tls/client-key.pem
/etc/etcd/tls/client.pem
/etc/etcd/tls/crl.der
/etc/etcd/tls/peer-key.pem
/etc/etcd/tls/peer.pem
/etc/etcd/tls/server-key.pem
/etc/etcd/tls/server.pem
/etc/haproxy/haproxy.env
/etc/haproxy/tls/ca.pem
/etc/haproxy/tls/client.pem
/etc/haproxy/tls/crl.pem
/etc/haproxy/tls/server.pem
/etc/patroni/patroni.env
/etc/patroni/roles.sql
/etc/patroni/tls/ca.pem
/etc/patroni/tls/crl.pem
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
directories='/etc/etcd
/etc/etcd/tls
/etc/haproxy
/etc/haproxy/tls
/etc/patroni
/etc/patroni/tls
/etc/pgbouncer
/etc/pgbouncer/tls
/var/lib/etcd/disk/data
/var/lib/pgpro/std-15
/var/lib/pgpro/std-15/data
/var/lib/pgspaces
/var/lib/pgspaces/data
/var/lib/pgspaces/index
/var/log/postgresql'
units='etcd.service haproxy.service patroni.service pg1c-disk-watch.service pg1c-huge-pages.service pgbouncer.service'
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
net.core.somaxconn|/proc/sys/net/core/somaxconn
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
