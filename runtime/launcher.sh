#!/bin/sh
# Starts @name@ with the Java inside this folder. WIREPHOTO_OPTS adds options of the Java virtual machine.
set -f
self=$0
while [ -h "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
case $self in
  */*) bin=${self%/*} ;;
  *) bin=. ;;
esac
home=$(CDPATH= cd -- "${bin:-/}/.." && pwd -P) || exit 1
# Java reads file names in the encoding of the locale: without one, none but ASCII names could be opened.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  '' | C | POSIX)
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
esac
cache=
[ -r "$home/lib/@name@.aot" ] && cache=-XX:AOTCache=$home/lib/@name@.aot
# shellcheck disable=SC2086
exec "$home/bin/java" ${cache:+"$cache"} @options@ $WIREPHOTO_OPTS -m @main@ "$@"
