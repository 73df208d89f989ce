"""Open the record for a command: database running, schema in step, connections configured."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from openjcm.app.environment import Environment, hand_down
from openjcm.store import database
from openjcm.store.embedded import Addresses, running


@contextmanager
def opened(environment: Environment, say: Callable[[str], None]) -> Iterator[Addresses]:
    """Give the addresses of a database that holds today's schema.

    Args:
        environment: The data directory, or a database of one's own.
        say: Told in one line what takes time.

    Raises:
        Malformed: the data directory cannot be used.
        Stopped: the disk is full, or no safe database answers.
    """
    with running(environment, say=say) as addresses:
        hand_down(app_url=addresses.app_url, owner_url=addresses.owner_url)
        files = environment.data / "files"
        database.configure(database.Database(addresses.app_url, addresses.owner_url, files))
        # Django reads its settings when it is imported, so it comes after the addresses.
        from openjcm.app.migrate import migrate  # noqa: PLC0415 -- see above

        migrate(environment, addresses, say)
        yield addresses
