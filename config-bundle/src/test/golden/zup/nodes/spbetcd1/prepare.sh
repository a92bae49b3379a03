#!/bin/sh
# Готовит чистый хост стать узлом spbetcd1 кластера zup: пользователи, пакеты, локали, время.
# Можно запускать повторно, в том числе при работающем кластере; его службы не запускает. --packages КАТАЛОГ берёт всё из каталога, без сети.
# Создано pg1c. Не правьте этот файл: измените описание кластера и выполните генерацию заново.

node='spbetcd1'
system='almalinux-10'
manager='dnf'
program='dnf'
modules=''
packages='haproxy keepalived'
tools='iproute curl openssl chrony'
# package, its exact version
pins=''
sums=''
# user, its number, number of its group, home, shell
users='haproxy - - / /usr/sbin/nologin
petcdadms 1000 1000 / /usr/sbin/nologin'
# file, line
early=''
# name, address, suite, components of a repository
repositories=''
# name, line of its key
keys=''
# SHA-256, file, programs
archives=''
# directory, requirements, programs
environments=''
# user, directory that it gets from the user of a package
heirs='petcdadms /var/lib/etcd'
locales=''
rivals='etcd.service haproxy.service keepalived.service'
services='chronyd.service'

m_usage='Использование'
m_problem='ПРОБЛЕМА'
m_not_root='подготовка возможна только от root, а не от'
m_other_host='это другой узел'
m_expected='ожидается'
m_no_program='не хватает программы'
m_no_locale='не удаётся создать локаль'
m_nothing_done='Ничего не изменено; проблем'
m_removed='удалён   '
m_failed='команда завершилась с ошибкой'
m_same='Узел уже подготовлен; ничего не изменено.'
m_next='Готово. Дальше — файлы узла, их устанавливает install.sh.'
m_other_system='это другая операционная система'
m_other_number='у пользователя или его группы другой номер'
m_taken='номер занят другим именем'
m_lacks='не хватает'
m_no_sums='в каталоге пакетов нет списка контрольных сумм'
m_wrong_sum='это другой файл: контрольная сумма не совпадает'
m_no_sum='файла нет в списке контрольных сумм'
m_no_archive='архива нет ни среди пакетов, ни на узле'
m_no_repodata='каталог не является репозиторием; выполните в нём createrepo_c'
m_no_package='ни в одном репозитории этого узла нет пакета; укажите репозиторий поставщика в platform.repositories или принесите пакеты ключом --packages'
m_other_version='установлена не та версия пакета, которую требует описание кластера; замените пакет, прежде чем хост войдёт в кластер, либо впишите новую версию и обновите все хосты'
m_other_sums='это не тот каталог пакетов, который указан в описании кластера (packages.sums)'
m_not_in_archive='в архиве нет такой программы'
m_hostname='имя хоста   '
m_user='пользователь'
m_line='настройка   '
m_repository='репозиторий '
m_leftover='больше не нужно'
m_package='пакет       '
m_hold='закреплён   '
m_archive='архив       '
m_environment='окружение   '
m_heir='передан    '
m_locale='локаль      '
m_rival='выключено   '
m_service='включено    '
