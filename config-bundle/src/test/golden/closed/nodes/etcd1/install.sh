#!/bin/sh
# Устанавливает файлы узла etcd1 кластера patroni_cluster.
# Можно запускать повторно; сеть не нужна; службы не запускает.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='etcd1'
users='etcd root'
locales=''
units='etcd.service'
settings_units=''
rivals=''
# program, what brings it
programs='/usr/local/bin/etcd архив etcd-v3.5.15-linux-amd64.tar.gz
/usr/local/bin/etcdctl архив etcd-v3.5.15-linux-amd64.tar.gz'
# address, port, service
ports='192.168.60.141 2380 etcd
192.168.60.141 2379 etcd
127.0.0.1 2381 etcd'
# required or optional, user, module of the kernel, path
devices=''
# rule, mode, owner, group, path, mark of a database
directories='make 0755 root root /etc/etcd
own 0750 etcd etcd /etc/etcd/tls
data 0700 etcd etcd /var/lib/etcd/default'
# SHA-256, mode, owner, group, path
files='c9bf5dfdf7f1641d015b22922595c4e0a1a538daa03aba0e5048e72edb6345fd 0644 root root /etc/etcd/etcd.yml
bfb894418b2669ef0129fa0d71dd44853341ad07028035c0d4037bc7472403df 0644 root root /etc/sysctl.d/90-pg1c.conf
c76a69db1232b2658be0f763317459773c78a35b35222920daa240b2cc9676c5 0644 root root /etc/systemd/system/etcd.service
5d9fdc3cfaa8b692cd5a256c7a0605c4c18bb36953b47a425bb475108fa79965 0755 root root /usr/local/sbin/pg1c-etcdctl'
# mode, owner, group, need, path
secret_files='0644 etcd etcd restart:etcd /etc/etcd/tls/ca.pem
0600 root root nothing /etc/etcd/tls/client-key.pem
0644 root root nothing /etc/etcd/tls/client.pem
0644 etcd etcd nothing /etc/etcd/tls/crl.der
0600 etcd etcd nothing /etc/etcd/tls/peer-key.pem
0644 etcd etcd nothing /etc/etcd/tls/peer.pem
0600 etcd etcd nothing /etc/etcd/tls/server-key.pem
0644 etcd etcd nothing /etc/etcd/tls/server.pem'
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
