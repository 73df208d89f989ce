"""Whether the site's port is free, asked before any heavy work."""

import errno
import socket

from openjcm.measure.errors import Malformed

PORT_MAX = 65535
# A browser that is told localhost may try either.
_LOOPBACKS = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
_ANOTHER_PORT = 8123


def check_port_is_free(port: int) -> None:
    """Check that the site can be served here.

    Raises:
        Malformed: it is no port, someone else listens on it, or it is reserved for root.
    """
    if not 0 < port <= PORT_MAX:
        raise Malformed(f"{port} is not a port: choose a number from 1 to {PORT_MAX}", code="port")
    for family, host in _LOOPBACKS:
        try:
            _try(family, host, port)
        except OSError as error:
            refusal = _refusal(error, port)
            if refusal is not None:
                raise refusal from error


def _try(family: socket.AddressFamily, host: str, port: int) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # Connections of a site that has just stopped do not stand in the way.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def _refusal(error: OSError, port: int) -> Malformed | None:
    """Say why; None when this machine has no such loopback address."""
    if error.errno == errno.EADDRINUSE:
        return Malformed(
            f"port {port} is in use; choose another with make run PORT={_ANOTHER_PORT}",
            code="port-in-use",
        )
    if error.errno == errno.EACCES:
        return Malformed(
            f"port {port} is reserved for root; choose another with make run PORT={_ANOTHER_PORT}",
            code="port-reserved",
        )
    return None
