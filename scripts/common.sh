# shellcheck shell=bash
# Sourced by the scripts: the .NET SDK, Debian's packages, Chromium and a private PostgreSQL.

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(mktemp -d)
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

say() { printf '%s\n' "$*"; }
complain() { printf '%s\n' "$*" >&2; }
fail() { complain "$@"; exit 1; }

require_dotnet() {
  local wanted
  wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")
  command -v dotnet >/dev/null || fail "The .NET SDK $wanted or a newer 10.0 is needed and there is no dotnet here.
Install the package dotnet-sdk-10.0 as https://learn.microsoft.com/dotnet/core/install/linux says for your system."
  # Run in the repository: dotnet reads global.json there and refuses when no installed SDK will do.
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "The .NET SDK $wanted or a newer 10.0 is needed; installed here:
$(cd / && dotnet --list-sdks 2>/dev/null)
Install the package dotnet-sdk-10.0 as https://learn.microsoft.com/dotnet/core/install/linux says for your system."
}

# install_packages REASON PACKAGE…: brings Debian packages when this user may; otherwise says what to run.
install_packages() {
  local reason=$1 become=()
  shift
  local by_hand="sudo apt-get update && sudo apt-get install -y $*"
  command -v apt-get >/dev/null || fail "$reason There is no apt-get here: install what Debian calls $*, then run this again."
  if [[ $EUID -ne 0 ]]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
      become=(sudo -n)
    else
      fail "$reason Run this, then the script again:
  $by_hand"
    fi
  fi
  say "$reason Installing $* …"
  if ! { "${become[@]}" apt-get update -qq &&
    "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } </dev/null >"$scratch/apt.log" 2>&1; then
    cat "$scratch/apt.log" >&2
    fail "Installing $* did not work (see above). Run this, then the script again:
  $by_hand"
  fi
}

find_chromium() { ARGMAP_TEST_CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome); }

# require_chromium WHAT-FOR: finds or installs it and tells those that drive it where it is.
require_chromium() {
  find_chromium || install_packages "Chromium is needed $1 and not installed." chromium fonts-dejavu-core
  find_chromium || fail "Chromium is installed, but there is no command chromium."
  export ARGMAP_TEST_CHROMIUM
}

answers() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    answers 127.0.0.1 "$port" || break
  done
  printf '%s' "$port"
}

# ---- PostgreSQL -------------------------------------------------------------------------------------------------
# A cluster has a home: home/cluster is the data, home/password its only password, home/log what it says.

# find_postgres [MAJOR]: sets postgres_bin to the newest binaries from 15 on, or to those of that major version.
find_postgres() {
  local folder version
  postgres_bin=
  while read -r folder; do
    [[ -x $folder/initdb && -x $folder/pg_ctl && -x $folder/postgres ]] || continue
    version=$("$folder/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
    if [[ -n ${1:-} ]]; then [[ $version == "$1" ]] || continue; else [[ $version -ge 15 ]] || continue; fi
    postgres_bin=$folder
    return 0
  done < <(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV; dirname "$(command -v pg_ctl || echo /nowhere/)")
  return 1
}

# require_postgres HOME: the binaries that made the cluster there, or the newest.
require_postgres() {
  local made_by=
  if [[ -f $1/cluster/PG_VERSION ]] || { [[ $EUID -ne 0 && -d $1 && ! -x $1 ]]; }; then
    made_by=$(cat "$1/cluster/PG_VERSION" 2>/dev/null) ||
      fail "The database in $1 belongs to $(stat -Lc %U "$1"): run this as that user or as root, or set ARGMAP_DATA to another folder."
    find_postgres "$made_by" || install_packages "The database in $1 was made by PostgreSQL $made_by, which is not installed." "postgresql-$made_by"
    find_postgres "$made_by" || fail "PostgreSQL $made_by is installed, but /usr/lib/postgresql/$made_by/bin is not there."
  else
    find_postgres || install_packages "PostgreSQL 15 or newer is needed and not installed." postgresql
    find_postgres || fail "PostgreSQL 15 or newer is needed; the one that this system's packages bring is older."
  fi
}

# as_postgres COMMAND…: PostgreSQL refuses to run as root, so root runs it as the owner of the cluster's home.
as_postgres() {
  if [[ $EUID -eq 0 ]]; then (cd / && runuser -u "$postgres_user" -- "$@"); else "$@"; fi
}

# open_home FOLDER: makes postgres_home, a folder that only the database's user can read; sets postgres_user.
open_home() {
  postgres_home=$(readlink -m "$1")
  postgres_user=$(id -un)
  if [[ $EUID -ne 0 ]]; then
    mkdir -p "$postgres_home"
    chmod 700 "$postgres_home"
    return
  fi
  if [[ -e $postgres_home ]]; then postgres_user=$(stat -Lc %U "$postgres_home"); fi
  if [[ $postgres_user == root ]]; then postgres_user=postgres; fi
  id -u "$postgres_user" >/dev/null 2>&1 ||
    fail "PostgreSQL does not run as root, and there is no user $postgres_user to run it as: run this as an ordinary user."
  [[ -e $postgres_home ]] || install -d -o "$postgres_user" -m 700 "$postgres_home"
  if ! as_postgres test -w "$postgres_home"; then
    # A clone in /root or another closed folder: the data goes where the database's user can reach it, linked from here.
    [[ -z $(ls -A "$postgres_home") ]] ||
      fail "The user $postgres_user cannot reach the database in $postgres_home: open the folders above it, or set ARGMAP_DATA to another folder."
    local elsewhere
    elsewhere=/var/lib/argmap/$(printf '%s' "$postgres_home" | sha256sum | cut -c1-16)
    install -d -m 711 /var/lib/argmap
    install -d -o "$postgres_user" -m 700 "$elsewhere"
    rmdir "$postgres_home"
    ln -s "$elsewhere" "$postgres_home"
    postgres_home=$elsewhere
  fi
}

# make_cluster SETTING…: initdb beside the final name, so that an interrupted one is simply made again.
make_cluster() {
  local fresh=$postgres_home/new
  rm -rf "$fresh"
  (umask 077 && od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$postgres_home/password")
  if [[ $EUID -eq 0 ]]; then chown "$postgres_user" "$postgres_home/password"; fi
  if ! { as_postgres "$postgres_bin/initdb" --pgdata="$fresh" --username=argmap --pwfile="$postgres_home/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --data-checksums --no-instructions &&
    printf 'create database argmap\n' | as_postgres "$postgres_bin/postgres" --single -D "$fresh" postgres; } >"$scratch/initdb.log" 2>&1; then
    cat "$scratch/initdb.log" >&2
    fail "PostgreSQL could not set up a database in $postgres_home (see above)."
  fi
  # No sockets in the file system: their path may be too long, and every connection then has to give the password.
  printf '%s\n' "listen_addresses = '127.0.0.1'" "unix_socket_directories = ''" "$@" >>"$fresh/postgresql.conf"
  mv "$fresh" "$postgres_home/cluster"
}

# The process id of the running database, if there is one; a process that only inherited the number does not count.
postgres_process() {
  local process
  process=$(head -n 1 "$postgres_home/cluster/postmaster.pid" 2>/dev/null) || return 1
  [[ -n $process && $(readlink "/proc/$process/cwd") == "$postgres_home/cluster" ]] && printf '%s' "$process"
}

# Whether any process of this cluster is left: each has the cluster as its working directory.
cluster_is_busy() { [[ -n $(find /proc -maxdepth 2 -name cwd -lname "$postgres_home/cluster" -print -quit 2>/dev/null) ]]; }

# start_postgres HOME SETTING…: makes the cluster the first time, takes over one that a killed script left running.
start_postgres() {
  open_home "$1"
  shift
  [[ -f $postgres_home/cluster/PG_VERSION ]] || make_cluster "$@"
  local lock=$postgres_home/cluster/postmaster.pid attempt
  if ! postgres_process >/dev/null; then
    # The children of a killed database finish by themselves. Until they have, a second database on the same files would
    # ruin them, so the lock they left is only taken away when nobody is in there any more.
    for ((attempt = 0; attempt < 300; attempt++)); do
      cluster_is_busy || break
      sleep 0.1
    done
    cluster_is_busy && fail "Processes of a killed database still work in $postgres_home/cluster. Wait until they have ended, then run this again."
    rm -f "$lock"
    postgres_port=$(cat "$postgres_home/port" 2>/dev/null || free_port)
    # Several attempts: the port may have been taken, and the children of a killed database need a moment to go.
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
      if answers 127.0.0.1 "$postgres_port"; then postgres_port=$(free_port); fi
      as_postgres "$postgres_bin/pg_ctl" start --pgdata="$postgres_home/cluster" --log="$postgres_home/log" \
        --wait --timeout=120 --silent --options="-p $postgres_port" </dev/null >"$scratch/postgres.log" 2>&1 && break
      if [[ $attempt == 10 ]]; then
        cat "$scratch/postgres.log" >&2
        tail -n 20 "$postgres_home/log" >&2
        fail "PostgreSQL did not start (see above; the whole log is $postgres_home/log)."
      fi
      sleep 0.5
    done
  fi
  postgres_port=$(sed -n 4p "$lock")
  printf '%s' "$postgres_port" >"$postgres_home/port"
  # shellcheck disable=SC2034 # for the script that sources this
  postgres_connection="Host=127.0.0.1;Port=$postgres_port;Username=argmap;Password=$(cat "$postgres_home/password")"
}

# stop_postgres MODE: fast lets no transaction end half; immediate is for clusters that are thrown away.
stop_postgres() {
  if [[ -n ${postgres_home:-} ]] && postgres_process >/dev/null; then
    as_postgres "$postgres_bin/pg_ctl" stop --pgdata="$postgres_home/cluster" --mode="$1" --wait --timeout=120 --silent </dev/null ||
      complain "PostgreSQL did not stop; its log is $postgres_home/log."
  fi
}
