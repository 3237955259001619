#!/bin/sh
# Runs the tests in the image's own environment, in the network of a PostgreSQL that is made for them. The image holds
# neither tests nor migrations: they are mounted. The arguments go to the build.
set -eu

"$ENGINE" build "$@" --target test --tag "$IMAGE" .

database=fastapi-api-tests-$$
trap '"$ENGINE" rm --force --volumes "$database" >/dev/null' EXIT
trap 'exit 1' INT TERM
"$ENGINE" run --detach --name "$database" --network none \
  --env POSTGRES_USER=app --env POSTGRES_PASSWORD=app --env POSTGRES_DB=app "$POSTGRES" >/dev/null

# Over TCP, as the official image has a socket, and no tables yet, while it is still being set up.
tries=60
until "$ENGINE" exec --env PGPASSWORD=app "$database" psql --host 127.0.0.1 --username app --command 'SELECT 1' app >/dev/null 2>&1; do
  tries=$((tries - 1))
  if [ "$tries" -eq 0 ]; then
    "$ENGINE" logs "$database" >&2
    exit 1
  fi
  sleep 0.5
done

"$ENGINE" run --rm --network "container:$database" --volume "$PWD:/src:ro" --security-opt label=disable \
  --env DATABASE_URL=postgresql://app:app@127.0.0.1:5432/app "$IMAGE" pytest --quiet
