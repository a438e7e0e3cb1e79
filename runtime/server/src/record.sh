#!/bin/sh
# record.sh IMAGE WORK: starts a server and sends it a picture, so that the JVM writes down in an AOT cache for each
# program what a start needs. It is the first test of the image, too: what fails here fails the build.
set -eu
image=$1
work=$2
rm -rf "$work"
mkdir -p "$work"
plain=$(du -sk "$image" | cut -f1)

fail() {
  echo "The image does not work: $1"
  cat "$work"/*.log
  [ -z "${server:-}" ] || kill "$server" 2> /dev/null || true
  exit 1
}

# One pixel.
printf '%b' '\0211PNG\r\n\0032\n\0000\0000\0000\rIHDR\0000\0000\0000\0001\0000\0000\0000\0001\0010\0006\0000\0000\0000\0037\0025\0304\0211\0000\0000\0000\rIDATx\0234c\0370\0317\0300\0360\0037\0000\0005\0000\0001\0377\0211\0231=\0035\0000\0000\0000\0000IEND\0256B`\0202' \
  > "$work/dot.png"

# Relative names for the caches, because options are split at spaces.
cd "$image/lib"
WIREPHOTO_OPTS=-XX:AOTCacheOutput=wirephoto-server.aot ../bin/wirephoto-server serve --port 0 \
  --bind 127.0.0.1 --announce none --data "$work/data" --port-file "$work/port" > "$work/server.log" 2>&1 &
server=$!
tries=600
until [ -s "$work/port" ]; do
  tries=$((tries - 1))
  [ "$tries" -gt 0 ] && kill -0 "$server" 2> /dev/null || fail "wirephoto-server does not start"
  sleep 0.1
done
WIREPHOTO_OPTS=-XX:AOTCacheOutput=wirephoto.aot ../bin/wirephoto --key-file "$work/data/local-invite" \
  send "$work/dot.png" > "$work/client.log" 2>&1 || fail "wirephoto send"
kill "$server"
wait "$server" || fail "wirephoto-server does not stop"
for cache in wirephoto-server.aot wirephoto.aot; do
  [ -s "$cache" ] || fail "there is no $cache"
  chmod 644 "$cache"
done
whole=$(du -sk "$image" | cut -f1)
echo "image: $((plain / 1024)) MiB, with AOT caches $((whole / 1024)) MiB"
