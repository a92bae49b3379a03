#!/bin/sh
# Скачивает всё, что нужно хостам кластера zup, со всеми зависимостями в один каталог с контрольными суммами.
# Запускается от root на любой машине с той же системой, теми же репозиториями и сетью.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

system='almalinux-10'
manager='dnf'
modules=''
# name, address, suite, components of a repository
repositories=''
# name, line of its key
keys=''
packages='postgrespro-1c-17-server postgrespro-1c-17-contrib pgbouncer haproxy keepalived'
tools='python3 python3-pip curl openssl chrony glibc-langpack-ru glibc-langpack-en iproute'
# package, its exact version
pins=''
sums=''
requirements='patroni[etcd3]==4.1.* psycopg2-binary'
# SHA-256, file
archives=''

m_usage='Использование'
m_problem='ПРОБЛЕМА'
m_not_root='подготовка возможна только от root, а не от'
m_expected='ожидается'
m_other_system='это другая операционная система'
m_wrong_sum='это другой файл: контрольная сумма не совпадает'
m_several='в каталоге должна быть ровно одна версия каждого пакета; начните с пустого каталога'
m_gone='не все точные версии из описания удалось скачать; если в репозиториях есть только более новые, скачайте их с ключом --latest в пустой каталог'
m_differs='Это другой каталог, не тот, который указан в описании кластера.'
m_lock='Чтобы на все хосты попали именно эти пакеты, впишите в описание кластера и выполните генерацию:'
m_fetched='файлов с контрольными суммами'
m_add='положите в каталог эти архивы и запустите ещё раз'
