#!/bin/sh
# Сообщает, что есть на хосте узла spbetcd2 кластера zup, одним объектом JSON.
# Ничего не меняет и секретов не читает. То, что обычному пользователю не видно, — null.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='spbetcd2'
manager='dnf'
packages='haproxy keepalived'
programs='/usr/local/bin/etcd
/usr/local/bin/etcdctl
/usr/sbin/haproxy
/usr/sbin/keepalived'
users='haproxy petcdadms root'
files='/etc/etcd/etcd.yml
/etc/haproxy/haproxy.cfg
/etc/keepalived/keepalived.conf
/etc/sysctl.d/90-pg1c.conf
/etc/systemd/system/etcd.service
/etc/systemd/system/haproxy.service
/etc/systemd/system/keepalived.service
/usr/libexec/keepalived/pg1c-check-entrance
/usr/local/sbin/pg1c-entrance-interfaces
/usr/local/sbin/pg1c-etcdctl'
secret_files='/etc/etcd/tls/ca.pem
/etc/etcd/tls/client-key.pem
/etc/etcd/tls/client.pem
/etc/etcd/tls/peer-key.pem
/etc/etcd/tls/peer.pem
/etc/etcd/tls/server-key.pem
/etc/etcd/tls/server.pem
/etc/haproxy/haproxy.env
/etc/haproxy/tls/ca.pem
/etc/haproxy/tls/client.pem
/etc/haproxy/tls/server.pem'
directories='/etc/etcd
/etc/etcd/tls
/etc/haproxy
/etc/haproxy/tls
/etc/keepalived
/usr/libexec/keepalived
/var/lib/etcd'
units='etcd.service haproxy.service keepalived.service'
# name, file of the kernel
kernel='vm.swappiness|/proc/sys/vm/swappiness
net.ipv4.tcp_keepalive_time|/proc/sys/net/ipv4/tcp_keepalive_time
net.ipv4.tcp_keepalive_intvl|/proc/sys/net/ipv4/tcp_keepalive_intvl
net.ipv4.tcp_keepalive_probes|/proc/sys/net/ipv4/tcp_keepalive_probes
net.core.somaxconn|/proc/sys/net/core/somaxconn'
locales=''

m_usage='Использование'
m_no_program='не хватает программы'
m_failed='команда завершилась с ошибкой'
m_other_root='другой корневой каталог — не работающая система'
m_hidden='этому пользователю закрыт каталог выше'
m_silent='файла нет, или этого в нём нет'
m_no_right='этому пользователю не видно; root увидит'
m_no_process='среди видимых отсюда процессов нет того, чей это порт'
