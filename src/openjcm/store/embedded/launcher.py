"""Turn a bare interpreter into a PostgreSQL program that cannot outlive its parent.

Run by path with ``python -I -S``: standard library only, imports nothing of ours, so that no
package has to be readable by the user it becomes. What to do comes as one JSON argument.
"""

import ctypes
import json
import os
import sys
from typing import Any

VIEW = "/mnt"
NO_PRIVATE_VIEW = 90
NO_OTHER_USER = 91
PARENT_IS_GONE = 92
NO_PROGRAM = 93

_CLONE_NEWNS = 0x00020000
_MS_NOSUID, _MS_NODEV, _MS_BIND, _MS_REC, _MS_PRIVATE = 2, 4, 4096, 16384, 1 << 18
_PR_SET_PDEATHSIG = 1


def main(order: dict[str, Any]) -> int:
    """Carry out the order: own session, private view, other user, tie to the parent, program.

    Returns:
        The exit code when a step is refused; it does not return when all succeed.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    os.setsid()
    try:
        if order["mounts"]:
            _enter_private_view(libc, order["mounts"])
    except OSError as error:
        return _refuse(NO_PRIVATE_VIEW, error)
    try:
        if order["uid"] is not None:
            _become(order["uid"], order["gid"])
    except OSError as error:
        return _refuse(NO_OTHER_USER, error)
    # The kernel forgets this at every change of user, so it comes after it.
    libc.prctl(_PR_SET_PDEATHSIG, order["signal"], 0, 0, 0)
    if os.getppid() != order["parent"]:
        return PARENT_IS_GONE
    os.chdir("/")
    try:
        os.execve(order["program"][0], order["program"], order["environment"])  # noqa: S606 -- no shell is wanted
    except OSError as error:
        return _refuse(NO_PROGRAM, error)


def _enter_private_view(libc: ctypes.CDLL, mounts: list[tuple[str, str]]) -> None:
    """Show folders below a place anyone can enter, in a mount namespace of our own only."""
    _call(libc.unshare(_CLONE_NEWNS))
    _mount(libc, "none", "/", "", _MS_REC | _MS_PRIVATE)
    # Opened before the view covers them, in case a source lies below it.
    sources = [os.open(source, os.O_PATH | os.O_DIRECTORY) for source, _ in mounts]
    _mount(libc, "openjcm", VIEW, "tmpfs", _MS_NOSUID | _MS_NODEV, "mode=0755,size=1m")
    for source, (_, target) in zip(sources, mounts, strict=True):
        os.makedirs(target, mode=0o755)  # noqa: PTH103 -- pathlib costs start-up time here
        _mount(libc, f"/proc/self/fd/{source}", target, "", _MS_BIND | _MS_REC)
        os.close(source)


def _mount(
    libc: ctypes.CDLL, source: str, target: str, kind: str, flags: int, data: str = ""
) -> None:
    words = [word.encode() for word in (source, target, kind)]
    _call(libc.mount(*words, ctypes.c_ulong(flags), data.encode()))


def _call(result: int) -> None:
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def _become(uid: int, gid: int) -> None:
    os.setgroups([])
    os.setresgid(gid, gid, gid)
    os.setresuid(uid, uid, uid)


def _refuse(code: int, error: OSError) -> int:
    sys.stderr.write(f"launcher: {error}\n")
    return code


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
