#!/bin/sh
# Сообщает, что есть на хосте узла etcd1 кластера patroni_cluster, одним объектом JSON.
# Ничего не меняет и секретов не читает. То, что обычному пользователю не видно, — null.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='etcd1'
manager='dnf'
packages=''
programs='/usr/local/bin/etcd
/usr/local/bin/etcdctl'
users='etcd root'
files='/etc/etcd/etcd.yml
/etc/sysctl.d/90-pg1c.conf
/etc/systemd/system/etcd.service
/usr/local/sbin/pg1c-etcdctl'
secret_files='/etc/etcd/tls/ca.pem
/etc/etcd/tls/client-key.pem
/etc/etcd/tls/client.pem
/etc/etcd/tls/crl.der
/etc/etcd/tls/peer-key.pem
/etc/etcd/tls/peer.pem
/etc/etcd/tls/server-key.pem
/etc/etcd/tls/server.pem'
directories='/etc/etcd
/etc/etcd/tls
/var/lib/etcd/default'
units='etcd.service'
# name, file of the kernel
kernel='vm.swappiness|/proc/sys/vm/swappiness
net.ipv4.tcp_keepalive_time|/proc/sys/net/ipv4/tcp_keepalive_time
net.ipv4.tcp_keepalive_intvl|/proc/sys/net/ipv4/tcp_keepalive_intvl
net.ipv4.tcp_keepalive_probes|/proc/sys/net/ipv4/tcp_keepalive_probes'
locales=''

m_usage='Использование'
m_no_program='не хватает программы'
m_failed='команда завершилась с ошибкой'
m_other_root='другой корневой каталог — не работающая система'
m_hidden='этому пользователю закрыт каталог выше'
m_silent='файла нет, или этого в нём нет'
m_no_right='этому пользователю не видно; root увидит'
m_no_process='среди видимых отсюда процессов нет того, чей это порт'
