-- Создаёт недостающие базы данных и задаёт каждой права и настройки.
-- Выполняется суперпользователем через psql.
-- Создано pg1c для кластера pgsql-cluster. Не правьте этот файл: измените
-- описание кластера и выполните генерацию заново.
\set ON_ERROR_STOP on
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;

SELECT 'CREATE TABLESPACE "v81c_data" LOCATION ''/var/lib/pgspaces/data'''
 WHERE NOT EXISTS (SELECT FROM pg_tablespace WHERE spcname = 'v81c_data') \gexec
-- Если пространство лежит в другом месте, выполнение здесь остановится:
-- PostgreSQL его не переносит.
SELECT 'DO $pg1c$ BEGIN RAISE EXCEPTION USING MESSAGE = ''табличное пространство v81c_data лежит не в /var/lib/pgspaces/data''; END $pg1c$'
  FROM pg_tablespace WHERE spcname = 'v81c_data' AND pg_tablespace_location(oid) <> '/var/lib/pgspaces/data' \gexec
GRANT CREATE ON TABLESPACE "v81c_data" TO "buh";

SELECT 'CREATE TABLESPACE "v81c_index" LOCATION ''/var/lib/pgspaces/index'''
 WHERE NOT EXISTS (SELECT FROM pg_tablespace WHERE spcname = 'v81c_index') \gexec
-- Если пространство лежит в другом месте, выполнение здесь остановится:
-- PostgreSQL его не переносит.
SELECT 'DO $pg1c$ BEGIN RAISE EXCEPTION USING MESSAGE = ''табличное пространство v81c_index лежит не в /var/lib/pgspaces/index''; END $pg1c$'
  FROM pg_tablespace WHERE spcname = 'v81c_index' AND pg_tablespace_location(oid) <> '/var/lib/pgspaces/index' \gexec
GRANT CREATE ON TABLESPACE "v81c_index" TO "buh";

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
-- Настройки, которые база получила от этого файла раньше и которых у неё больше
-- нет.
SELECT format('ALTER DATABASE %I RESET %I', 'buh', setting)
  FROM pg_db_role_setting, unnest(setconfig) AS entry,
       string_to_table(split_part(entry, '=', 2) || ',pg1c.settings', ',') AS setting
 WHERE setrole = 0 AND setdatabase = (SELECT oid FROM pg_database WHERE datname = 'buh')
   AND starts_with(entry, 'pg1c.settings=') \gexec
