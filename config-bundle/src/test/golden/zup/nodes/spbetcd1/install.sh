#!/bin/sh
# Устанавливает файлы узла spbetcd1 кластера zup.
# Можно запускать повторно; сеть не нужна; службы не запускает.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='spbetcd1'
users='haproxy petcdadms root'
locales=''
units='etcd.service haproxy.service keepalived.service'
settings_units=''
rivals=''
# program, what brings it
programs='/usr/local/bin/etcd pg1c её не устанавливает
/usr/local/bin/etcdctl pg1c её не устанавливает
/usr/sbin/haproxy пакет haproxy
/usr/sbin/keepalived пакет keepalived'
# address, port, service
ports='192.168.10.209 2380 etcd
192.168.10.209 2379 etcd
127.0.0.1 2381 etcd
192.168.10.209 5433 haproxy
192.168.10.209 5434 haproxy
192.168.10.209 8404 haproxy'
# required or optional, user, module of the kernel, path
devices=''
# rule, mode, owner, group, path, mark of a database
directories='make 0755 root root /etc/etcd
own 0750 petcdadms petcdadms /etc/etcd/tls
make 0755 root root /etc/haproxy
own 0700 root root /etc/haproxy/tls
make 0755 root root /etc/keepalived
make 0755 root root /usr/libexec/keepalived
data 0700 petcdadms petcdadms /var/lib/etcd'
# SHA-256, mode, owner, group, path
files='83d340eca809e8cfd2efe4850c8dd31a6a3f468f7e893e4fb5d3fefc408b1b3f 0644 root root /etc/etcd/etcd.yml
69bfc4d733e8cc2114a87358eba1cd05b6845b7ddaadd3f0d5bf47a5dd95b4a3 0644 root root /etc/haproxy/haproxy.cfg
815d9f942987852976d67e0d6b61c3082eb4df94fe54bcf916c2eb9f7e3080cd 0644 root root /etc/keepalived/keepalived.conf
313eb0a94ec42a1cad7eb14ede5572cf794a57098368e0621475367a8c2cb3a3 0644 root root /etc/sysctl.d/90-pg1c.conf
986c9436507aa7b5a7f947aa452c06264a205c52ce4e2ca518e7cb51986eb1c0 0644 root root /etc/systemd/system/etcd.service
2815788d739c07ea001ab77b2903b39bcba0a189036d5ea6ea2ac17fdf7833ec 0644 root root /etc/systemd/system/haproxy.service
b09503a04dd4299fde1387de391a7092b0d9e9109e23c772cda2a17eeb49118f 0644 root root /etc/systemd/system/keepalived.service
b742e5e46d6cf47259f58384d4621fa1d687d52b1014988a77198296d5070a51 0755 root root /usr/libexec/keepalived/pg1c-check-entrance
87683c0fd90773df55cca704bbaeef7c2791ce2e4bd85479db26eda86c15b916 0755 root root /usr/local/sbin/pg1c-entrance-interfaces
2e5d7b08c1be78087bbc28c817c65fde2f546096ac689bbf815d8b32093273d0 0755 root root /usr/local/sbin/pg1c-etcdctl'
# mode, owner, group, need, path
secret_files='0644 petcdadms petcdadms restart:etcd /etc/etcd/tls/ca.pem
0600 root root nothing /etc/etcd/tls/client-key.pem
0644 root root nothing /etc/etcd/tls/client.pem
0600 petcdadms petcdadms nothing /etc/etcd/tls/peer-key.pem
0644 petcdadms petcdadms nothing /etc/etcd/tls/peer.pem
0600 petcdadms petcdadms nothing /etc/etcd/tls/server-key.pem
0644 petcdadms petcdadms nothing /etc/etcd/tls/server.pem
0600 root root restart:haproxy /etc/haproxy/haproxy.env
0644 root root reload:haproxy /etc/haproxy/tls/ca.pem
0600 root root reload:haproxy /etc/haproxy/tls/client.pem
0600 root root reload:haproxy /etc/haproxy/tls/server.pem'
# program, files whose change is a reason to ask it again
probes='/usr/local/sbin/pg1c-entrance-interfaces /usr/local/sbin/pg1c-entrance-interfaces'

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
