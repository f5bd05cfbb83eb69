#!/usr/bin/env bash
# Nightly logical dump of Residents' parking permits to object storage with another provider. Run by the machine's timer.
# BUCKET and the key in the environment belong to the other provider; the key must not be able to delete.
# BACKUP_DATABASE_URL is a libpq URL (postgresql://…) of a role that may read everything and write nothing.
set -euo pipefail
: "${BACKUP_DATABASE_URL:?}" "${BUCKET:?}" "${ENDPOINT:?}" "${PASSPHRASE_FILE:?}"
name="residents-parking-permits-$(date -u +%Y%m%d).dump.enc"
pg_dump --format=custom --no-owner "$BACKUP_DATABASE_URL"   | openssl enc -aes-256-cbc -pbkdf2 -pass "file:$PASSPHRASE_FILE"   | aws s3 cp --endpoint-url "$ENDPOINT" - "s3://$BUCKET/$name"
# Once a quarter: fetch, decrypt, pg_restore into a scratch database, and count the rows of each table.
