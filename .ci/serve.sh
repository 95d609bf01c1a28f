#!/usr/bin/env bash
# Runs the web server and the task worker together; when one ends, so does the other.
set -euo pipefail
# Job control keeps Ctrl-C from the two: they are asked once, and finish what they do.
set -m

port=${PORT:-8000}
export WAYMARK_BIND=127.0.0.1:$port
export WAYMARK_PUBLIC_URL=${WAYMARK_PUBLIC_URL:-http://127.0.0.1:$port}

answers() {
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null
}

if answers; then
    echo "Port $port is taken. Is Waymark running already? PORT=8001 make run takes another." >&2
    exit 1
fi

stop() {
    trap - EXIT
    trap '' INT TERM HUP
    kill "$server" "$worker" 2>/dev/null || true
    wait
}

.venv/bin/gunicorn --config config/gunicorn.py config.wsgi &
server=$!
.venv/bin/python manage.py db_worker --verbosity 0 &
worker=$!
trap stop EXIT
trap 'echo; stop; exit 0' INT TERM HUP

until answers; do
    kill -0 "$server"
    sleep 0.2
done
echo "Waymark is at $WAYMARK_PUBLIC_URL/ (Ctrl-C stops it)"
wait -n "$server" "$worker"
