#!/bin/sh
# Patroni выполняет этот сценарий один раз на первом лидере; $1 — строка
# подключения.
# Создано pg1c для кластера patroni_cluster. Не правьте этот файл: измените
# описание кластера и выполните генерацию заново.
set -eu
exec /usr/pgsql-16/bin/psql -X -v ON_ERROR_STOP=1 -d "$1" \
    -f /etc/patroni/roles.sql -f /etc/patroni/databases.sql
