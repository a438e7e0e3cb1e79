#!/usr/bin/env bash
# What an idle connection takes of the server's memory: opens many, over TLS and plain, and looks at the heap after a
# collection and at what the process holds. Needs Linux and a JDK (JAVA_HOME, or on the PATH) of release 25 or newer.
#
#   benchmarks/idle.sh [CONNECTIONS]        1000 where nothing is said; less than a minute
#
# server.sh tells which variables move it.
set -euo pipefail
cd "$(dirname "$0")/.."

count=${1:-1000}
ulimit -n "$(ulimit -H -n)"
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
. benchmarks/server.sh

heap() { # KiB that are in use after a collection
  "${bin}jcmd" "$server" GC.run > /dev/null
  "${bin}jcmd" "$server" GC.heap_info | grep -v -i metaspace | grep -v 'class space' \
    | sed -n 's/.* used \([0-9]*\)K.*/\1/p' | awk '{ sum += $1 } END { print sum }'
}

resident() { # KiB that the process holds
  sed -n 's/^VmRSS:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$server/status"
}

measure() { # KIND
  start "$1" --open --max-connections "$((count + 10))" --max-connections-per-address "$((count + 10))"
  local port heap_before resident_before
  port=$(cat "$work/port")
  # what the first ones load is no connection's
  echo | "${bin}java" benchmarks/IdleConnections.java "$1" "$port" 10 > "$work/first.log" 2>&1
  heap_before=$(heap)
  resident_before=$(resident)
  mkfifo "$work/end"
  "${bin}java" benchmarks/IdleConnections.java "$1" "$port" "$count" < "$work/end" > "$work/held" 2> "$work/held.log" &
  local client=$!
  exec 3> "$work/end"
  until_there "$work/held"
  printf '%-6s heap %6.1f KiB a connection (%d -> %d KiB), resident %6.1f KiB (%d -> %d KiB)\n' "$1" \
    $(awk -v b="$heap_before" -v a="$(heap)" -v n="$count" 'BEGIN { print (a - b) / n, b, a }') \
    $(awk -v b="$resident_before" -v a="$(resident)" -v n="$count" 'BEGIN { print (a - b) / n, b, a }')
  exec 3>&-
  wait "$client"
  rm "$work/end" "$work/held"
  stop
}

echo "$(date +%F), $(uname -sm), $count idle connections"
measure plain
measure tls
