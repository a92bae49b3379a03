-- Создаёт недостающие базы данных и задаёт каждой права и настройки.
-- Выполняется суперпользователем через psql.
-- Создано pg1c для кластера patroni_cluster. Не правьте этот файл: измените
-- описание кластера и выполните генерацию заново.
\set ON_ERROR_STOP on
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;

SELECT 'CREATE DATABASE "prod" OWNER "prod" ENCODING ''UTF8'' LC_COLLATE ''ru_RU.UTF-8'' LC_CTYPE ''ru_RU.UTF-8'' TEMPLATE template0'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'prod') \gexec
REVOKE CONNECT, TEMPORARY ON DATABASE "prod" FROM PUBLIC;
GRANT CONNECT ON DATABASE "prod" TO pg_monitor, "reports";
\connect "prod"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO "prod";
CREATE SCHEMA IF NOT EXISTS "extensions";
GRANT USAGE ON SCHEMA "extensions" TO "prod";
CREATE EXTENSION IF NOT EXISTS "pg_trgm" SCHEMA "extensions" VERSION '1.6';
SELECT 'ALTER EXTENSION "pg_trgm" SET SCHEMA "extensions"'
  FROM pg_extension WHERE extname = 'pg_trgm' AND extnamespace <> (SELECT oid FROM pg_namespace WHERE nspname = 'extensions') \gexec
SELECT 'ALTER EXTENSION "pg_trgm" UPDATE TO ''1.6'''
  FROM pg_extension WHERE extname = 'pg_trgm' AND extversion <> '1.6' \gexec
CREATE EXTENSION IF NOT EXISTS "pg_wait_sampling";
-- Настройки, которые база получила от этого файла раньше и которых у неё больше
-- нет.
SELECT format('ALTER DATABASE %I RESET %I', 'prod', setting)
  FROM pg_db_role_setting, unnest(setconfig) AS entry,
       string_to_table(split_part(entry, '=', 2) || ',pg1c.settings', ',') AS setting
 WHERE setrole = 0 AND setdatabase = (SELECT oid FROM pg_database WHERE datname = 'prod')
   AND starts_with(entry, 'pg1c.settings=') \gexec
