-- Создаёт базы данных; существующие не меняет. Выполняется суперпользователем
-- через psql.
-- Создано pg1c для кластера patroni_cluster. Не правьте этот файл: измените
-- описание кластера и выполните генерацию заново.
\set ON_ERROR_STOP on
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;

SELECT 'CREATE DATABASE "prod" OWNER "prod" ENCODING ''UTF8'' LC_COLLATE ''ru_RU.UTF-8'' LC_CTYPE ''ru_RU.UTF-8'' TEMPLATE template0'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'prod') \gexec
REVOKE CONNECT, TEMPORARY ON DATABASE "prod" FROM PUBLIC;
GRANT CONNECT ON DATABASE "prod" TO pg_monitor;
\connect "prod"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO "prod";
