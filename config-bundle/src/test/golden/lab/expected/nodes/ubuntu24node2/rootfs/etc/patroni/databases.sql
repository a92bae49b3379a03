-- Создаёт базы данных; существующие не меняет. Выполняется суперпользователем
-- через psql.
-- Создано pg1c для кластера patroni-cluster. Не правьте этот файл: измените
-- описание кластера и выполните генерацию заново.
\set ON_ERROR_STOP on
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;

SELECT 'CREATE DATABASE "bench" OWNER "arrows" ENCODING ''UTF8'' LC_COLLATE ''ru_RU.UTF-8'' LC_CTYPE ''ru_RU.UTF-8'' TEMPLATE template0'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'bench') \gexec
REVOKE CONNECT, TEMPORARY ON DATABASE "bench" FROM PUBLIC;
GRANT CONNECT ON DATABASE "bench" TO pg_monitor;
\connect "bench"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO "arrows";
