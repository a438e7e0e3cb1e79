# For the benchmarks, which source it: a folder to work in, and the linked server on loopback.
#
# BENCH_DIR is where the folder is made, and removed at the end ($TMPDIR or /tmp): its disk is a part of what is
# measured. BENCH_IMAGE is the linked image (runtime/server/target/image of this clone, built where it is missing or
# old).

image=${BENCH_IMAGE:-}
if [ -z "$image" ]; then
  ./wirephoto server --version > /dev/null
  image=$PWD/runtime/server/target/image
fi
work=$(mktemp -d "${BENCH_DIR:-${TMPDIR:-/tmp}}/wirephoto-bench.XXXXXX")
server=
finish() {
  [ -z "$server" ] || kill "$server" 2> /dev/null || true
  rm -rf "$work"
}
trap finish EXIT

# Waits for a file to have something in it, two minutes at most.
until_there() {
  for _ in $(seq 1200); do
    [ ! -s "$1" ] || return 0
    sleep 0.1
  done
  cat "$work"/*.log >&2
  return 1
}

# start tls|plain OPTION...: starts a server on an empty folder; its port is in $work/port.
start() {
  local options=("${@:2}")
  [ "$1" = tls ] || options+=(--plain)
  rm -rf "$work/data" "$work/port"
  env -i PATH=/usr/bin:/bin "$image/bin/wirephoto-server" serve --data "$work/data" --bind 127.0.0.1 --port 0 \
    --port-file "$work/port" --announce none "${options[@]}" > "$work/server.log" 2>&1 &
  server=$!
  until_there "$work/port"
}

stop() {
  kill "$server"
  wait "$server" || true
  server=
}
