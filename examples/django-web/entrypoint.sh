#!/bin/sh
# Brings the database up to date and becomes the command, which gets every signal.
set -eu
python manage.py migrate --noinput
exec "$@"
