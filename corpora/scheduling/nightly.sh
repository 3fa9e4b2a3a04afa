#!/bin/sh
# One nightly update, for cron and systemd; installed as /usr/local/bin/gcm-coverage-nightly.
#   GCM_CORPUS     folder in which the documents arrive
#   GCM_STATE      folder for the store and the reports
#   GCM_MAIL_TO    who is told, GCM_MAIL_FROM who tells (both optional)
#   GCM_SMTP_FILE  file with the address of the SMTP server; sendmail is used without one
#   GCM_COVERAGE   the program, where it is not in the path
set -eu
: "${GCM_CORPUS:?}" "${GCM_STATE:?}"
set -- --corpus "$GCM_CORPUS" --store "$GCM_STATE/reviews.duckdb" --out "$GCM_STATE/reports" --keep 60 --log json
if [ -n "${GCM_MAIL_TO:-}" ]; then
  set -- "$@" --mail-to "$GCM_MAIL_TO" --mail-from "${GCM_MAIL_FROM:-$GCM_MAIL_TO}"
fi
if [ -n "${GCM_SMTP_FILE:-}" ]; then
  set -- "$@" --smtp-file "$GCM_SMTP_FILE"
fi
exec ${GCM_COVERAGE:-gcm-coverage} update "$@"
