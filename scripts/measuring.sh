# shellcheck shell=bash
# Sourced by the scripts that measure the server with a browser: the server that scripts/publish makes, on a database of its own with the maps to measure.
# shellcheck source=scripts/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

server=

close() {
  local code=$?
  trap '' INT TERM HUP
  set +e
  [[ -z $server ]] || { kill -TERM "$server" && wait "$server"; } 2>/dev/null
  stop_postgres immediate
  rm -rf "$scratch" "${postgres_home:-$scratch}"
  exit "$code"
}
trap close EXIT
trap 'complain "Interrupted."; exit 130' INT TERM HUP

quietly() { "$@" </dev/null >"$scratch/log" 2>&1 || { cat "$scratch/log" >&2; fail "$1 did not work (see above)."; }; }

# build_with PROJECT: the server, and the program of tests/PROJECT that measures it.
build_with() {
  complain "Building …"
  quietly "$root/scripts/publish" "$scratch/published"
  quietly dotnet build "$root/tests/$1" -c Release -nologo -v quiet -nodeReuse:false
}

# make_maps NODES…: the demo map, whose path it puts into demo, and generated maps of so many nodes.
make_maps() {
  local migrate=$scratch/published/migrate/ArgMap.Migrations.dll nodes
  complain "Making the maps …"
  chmod 711 "$scratch"
  start_postgres "$scratch/postgres"
  export ConnectionStrings__ArgMap="$postgres_connection;Database=argmap" ASPNETCORE_ENVIRONMENT=Production
  quietly dotnet "$migrate"
  # shellcheck disable=SC2034 # for the script that sources this
  demo=$(sed -n 's#^Loaded the demo map at \(/m/.*\)#\1#p' "$scratch/log")
  for nodes in "$@"; do quietly dotnet "$migrate" --generate "nodes=$nodes" seed=1; done
}

# serve [NAME=VALUE…]: starts the server, with these in its environment, and puts where it listens into address.
serve() {
  local port tenths
  port=$(free_port)
  address=http://127.0.0.1:$port
  (cd "$scratch/published/server" && exec env "ASPNETCORE_URLS=$address" "$@" dotnet ArgMap.Server.dll >"$scratch/server.log" 2>&1) &
  server=$!
  for ((tenths = 0; tenths < 600; tenths++)); do
    if answers 127.0.0.1 "$port"; then return; fi
    kill -0 "$server" 2>/dev/null || { cat "$scratch/server.log" >&2; fail "The server ended (see above)."; }
    sleep 0.1
  done
  fail "The server runs but does not answer at $address."
}

commit() { git -C "$root" rev-parse --short HEAD 2>/dev/null || printf unknown; }

# What figures depend on, in one line without an end.
conditions() {
  printf 'Commit %s, %s, .NET SDK %s, %s processors (%s), load %s at the start' "$(commit)" "$("$ARGMAP_TEST_CHROMIUM" --version 2>/dev/null | sed 's/ built on.*//')" \
    "$(dotnet --version)" "$(nproc)" "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)" "$(cut -d ' ' -f 1 /proc/loadavg)"
}
