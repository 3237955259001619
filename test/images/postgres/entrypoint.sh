#!/bin/sh
# As the official image: POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB say what is there when it has started.
set -eu
user=${POSTGRES_USER:-postgres} database=${POSTGRES_DB:-${POSTGRES_USER:-postgres}}
: "${POSTGRES_PASSWORD:?POSTGRES_PASSWORD is missing}"

sql() { postgres --single -D /var/lib/postgresql/data -j postgres >/dev/null; }

if [ "$user" != postgres ]; then
  printf 'CREATE ROLE "%s" SUPERUSER LOGIN\n' "$user" | sql
fi
printf "ALTER ROLE \"%s\" PASSWORD '%s'\n" "$user" "$POSTGRES_PASSWORD" | sql
if [ "$database" != postgres ]; then
  printf 'CREATE DATABASE "%s" OWNER "%s"\n' "$database" "$user" | sql
fi
echo 'host all all 0.0.0.0/0 scram-sha-256' >>/var/lib/postgresql/data/pg_hba.conf
exec "$@"
