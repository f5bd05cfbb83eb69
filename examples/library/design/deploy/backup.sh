#!/bin/sh
# Nightly logical dump of Town library to object storage with another provider. Run by the machine's timer.
# BUCKET and the key in the environment belong to the other provider; the key must not be able to delete.
set -eu
: "${DATABASE_URL:?}" "${BUCKET:?}" "${PASSPHRASE_FILE:?}"
name="town-library-$(date -u +%Y%m%d).dump.enc"
pg_dump --format=custom --no-owner "$DATABASE_URL"   | openssl enc -aes-256-cbc -pbkdf2 -pass "file:$PASSPHRASE_FILE"   | aws s3 cp - "s3://$BUCKET/$name"
# Once a quarter: fetch, decrypt, pg_restore into a scratch database, and count the rows of each table.
