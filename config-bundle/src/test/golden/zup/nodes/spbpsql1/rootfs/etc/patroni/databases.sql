-- Создаёт недостающие базы данных и задаёт каждой права и настройки.
-- Выполняется суперпользователем через psql.
-- Создано pg1c для кластера zup. Не правьте этот файл: измените описание
-- кластера и выполните генерацию заново.
\set ON_ERROR_STOP on
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;

SELECT 'CREATE DATABASE "hr_test_psql" OWNER "zupadmines" ENCODING ''UTF8'' LC_COLLATE ''ru_RU.UTF-8'' LC_CTYPE ''ru_RU.UTF-8'' TEMPLATE template0'
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'hr_test_psql') \gexec
REVOKE CONNECT, TEMPORARY ON DATABASE "hr_test_psql" FROM PUBLIC;
GRANT CONNECT ON DATABASE "hr_test_psql" TO pg_monitor;
\connect "hr_test_psql"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO "zupadmines";
CREATE EXTENSION IF NOT EXISTS "fasttrun";
CREATE EXTENSION IF NOT EXISTS "fulleq";
CREATE EXTENSION IF NOT EXISTS "mchar";
-- Настройки, которые база получила от этого файла раньше и которых у неё больше
-- нет.
SELECT format('ALTER DATABASE %I RESET %I', 'hr_test_psql', setting)
  FROM pg_db_role_setting, unnest(setconfig) AS entry,
       string_to_table(split_part(entry, '=', 2) || ',pg1c.settings', ',') AS setting
 WHERE setrole = 0 AND setdatabase = (SELECT oid FROM pg_database WHERE datname = 'hr_test_psql')
   AND starts_with(entry, 'pg1c.settings=') \gexec
