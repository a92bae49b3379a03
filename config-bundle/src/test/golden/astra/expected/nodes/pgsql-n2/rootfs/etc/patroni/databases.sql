-- Создаёт базы данных; существующие не меняет. Выполняется суперпользователем
-- через psql.
-- Создано pg1c для кластера pgsql-cluster. Не правьте этот файл: измените
-- описание кластера и выполните генерацию заново.
\set ON_ERROR_STOP on
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;

SELECT 'CREATE DATABASE "buh" OWNER "buh" ENCODING ''UTF8'' LC_COLLATE ''ru_RU.UTF-8'' LC_CTYPE ''ru_RU.UTF-8'' TEMPLATE template0'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'buh') \gexec
REVOKE CONNECT, TEMPORARY ON DATABASE "buh" FROM PUBLIC;
GRANT CONNECT ON DATABASE "buh" TO pg_monitor;
\connect "buh"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO "buh";
CREATE EXTENSION IF NOT EXISTS "fasttrun";
CREATE EXTENSION IF NOT EXISTS "fulleq";
CREATE EXTENSION IF NOT EXISTS "mchar";
