#!/bin/sh
# The switch that the test hosts are plugged into, in a network namespace of its own. Lives until its standard input ends.
set -eu
ip link add name switch type bridge
ip link set switch up
echo up
exec cat > /dev/null
