#!/bin/bash
# What a user of dgoss writes around it, as it starts one container: the database beside the application, and the same
# application without one.
set -euo pipefail
dgoss=$1 image=$2 postgres=$3
here=$(dirname "$0")
db=bench-dgoss-$$
application=(
  --env JWT_SECRET_KEY=for-the-checks-and-for-them-alone
  --env OWNER_USERNAME=owner
  --env OWNER_PASSWORD=correct-horse
  --env S3_ENDPOINT_URL=http://127.0.0.1:9
  --env S3_REGION=eu-central-1
  --env S3_BUCKET=attachments
  --env S3_ACCESS_KEY_ID=key
  --env S3_SECRET_ACCESS_KEY=for-the-checks
)

trap 'podman rm --force --volumes --time 0 "$db" >/dev/null' EXIT
podman run --detach --name "$db" --network none \
  --env POSTGRES_USER=app --env POSTGRES_PASSWORD=app --env POSTGRES_DB=app "$postgres" >/dev/null
until podman exec "$db" psql postgresql://app:app@127.0.0.1/app --command 'SELECT 1' >/dev/null 2>&1; do
  sleep 0.1
done
GOSS_FILES_PATH=$here "$dgoss" run --network "container:$db" \
  --env DATABASE_URL=postgresql://app:app@127.0.0.1:5432/app "${application[@]}" "$image"
GOSS_FILES_PATH=$here/without-database "$dgoss" run --network none \
  --env DATABASE_URL=postgresql://app:app@127.0.0.1:1/app "${application[@]}" "$image"
