"""What the operating system's environment says, read in one place and handed down.

Not in: any effect but the making of the secret key when it is first asked for.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from openjcm.measure.errors import Malformed

DEFAULT_PORT = 8000
PORT_MAX = 65535
_PLAIN_PORT = 80


@dataclass(frozen=True, slots=True)
class Environment:
    """What was said; a database's addresses are None while the embedded PostgreSQL is to be used.

    ``address`` is where the public finds the site; empty where nobody said, so that a page names
    the address under which it was asked for.
    """

    data: Path
    port: int
    app_url: str | None
    owner_url: str | None
    database_user: str | None
    debug: bool
    page_cache: bool
    hosts: tuple[str, ...]
    address: str
    given_secret_key: str | None

    @property
    def secret_key(self) -> str:
        """The key that signs sessions and forms: the one given, or one of the data directory."""
        if self.given_secret_key:
            return self.given_secret_key
        from openjcm.app.secret import secret_key  # noqa: PLC0415 -- not loaded for --help

        return secret_key(self.data)

    @property
    def served_at(self) -> str:
        """Where readers find the site: the public address, else the first host and the port."""
        if self.address:
            return self.address
        # A host may stand for every name below it, or for any at all.
        host = self.hosts[0].lstrip("*.") or "localhost"
        return f"http://{host}" + (f":{self.port}" if self.port != _PLAIN_PORT else "")

    @property
    def log(self) -> Path:
        """Where what went wrong is written in full."""
        return self.data / "logs" / "openjcm.log"


def read(variables: Mapping[str, str] | None = None) -> Environment:
    """Read the environment.

    Raises:
        Malformed: a variable does not hold what it is for.
    """
    said = os.environ if variables is None else variables
    address = _address(said.get("OPENJCM_ADDRESS", ""))
    return Environment(
        data=_data(said),
        port=port_number(said.get("OPENJCM_PORT", str(DEFAULT_PORT))),
        app_url=said.get("DATABASE_URL") or None,
        owner_url=said.get("OPENJCM_OWNER_URL") or None,
        database_user=said.get("OPENJCM_DB_USER") or None,
        debug=said.get("OPENJCM_DEBUG") == "1",
        page_cache=said.get("OPENJCM_PAGE_CACHE", "on") != "off",
        hosts=_hosts(said, address),
        address=address,
        given_secret_key=said.get("OPENJCM_SECRET_KEY") or None,
    )


def hand_down(*, app_url: str, owner_url: str) -> None:
    """Let Django's settings, here and in the processes that serve, find the running database."""
    os.environ["DATABASE_URL"] = app_url
    os.environ["OPENJCM_OWNER_URL"] = owner_url


def hand_down_port(port: int) -> None:
    """Let the processes that serve know where they do: it may be another than was said."""
    os.environ["OPENJCM_PORT"] = str(port)


def port_number(text: str) -> int:
    """Return a port.

    Raises:
        Malformed: it is not one.
    """
    if not text.isdecimal() or not 0 < int(text) <= PORT_MAX:
        raise Malformed(f"{text} is not a port: choose a number from 1 to {PORT_MAX}", code="port")
    return int(text)


def _address(text: str) -> str:
    address = text.rstrip("/")
    try:
        parts = urlsplit(address)
        plain = f"{parts.scheme}://{parts.netloc}"
        is_whole = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        plain, is_whole = "", False
    if address and not (
        is_whole and plain == address and parts.scheme in {"http", "https"} and "@" not in address
    ):
        raise Malformed(
            f"OPENJCM_ADDRESS: {text!r} is not where a site is; write it as https://jcm.example,"
            " without a path",
            code="address",
        )
    return address


def _hosts(said: Mapping[str, str], address: str) -> tuple[str, ...]:
    """Return the names that the site answers to; that of its public address is one of them."""
    given = said.get("OPENJCM_HOSTS", "localhost,127.0.0.1,[::1]")
    public = re.sub(r":\d+$", "", urlsplit(address).netloc)
    named = [*(each.strip() for each in given.split(",")), public]
    return tuple(dict.fromkeys(each for each in named if each))


def _data(said: Mapping[str, str]) -> Path:
    if said.get("OPENJCM_DATA"):
        return Path(said["OPENJCM_DATA"]).expanduser().absolute()
    checkout = Path(__file__).resolve().parents[3]
    if (checkout / "pyproject.toml").is_file():
        return checkout / "data"
    shared = said.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(shared).expanduser().absolute() / "openjcm"
