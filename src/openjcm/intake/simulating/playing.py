"""Play a fleet against a site that is served, and tell what was sent and what was planted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from openjcm.intake.simulating.fleet import Planted, Play, PlayedMeter, Script, script_of
from openjcm.intake.simulating.sender import Sender
from openjcm.measure.basis import Basis
from openjcm.measure.errors import Malformed

MAY_BE_PLAYED = (Basis.ILLUSTRATIVE, Basis.RECONSTRUCTED)
_READINGS_MAX = 5_000_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was played: all of it is illustrative, whatever the intake says.

    ``batches`` counts those that count in the end, ``requests`` everything that went out;
    ``known`` batches were told that they had arrived before.
    """

    intake: str
    basis: str
    seed: int
    meters: int
    readings: int
    batches: int
    requests: int
    arrived: int
    known: int
    late: int
    corrected: int
    lost: int
    sent_away: int
    stopped: str
    planted: tuple[Planted, ...]


def prepared(said: dict[str, Any], play: Play) -> Script:
    """Write the script of a play for an intake, of which the site said this.

    Raises:
        Malformed: its readings are real, or the play does not fit its plan.
    """
    name = said["name"]
    if said["basis"] not in MAY_BE_PLAYED:
        raise Malformed(
            f"the readings of {name} are {said['basis']}, and a played fleet is made up; open an "
            "intake for it: openjcm intake open NAME --basis illustrative …",
            code="readings-are-real",
            about="intake",
        )
    first, last = date.fromisoformat(said["first"]), date.fromisoformat(said["last"])
    ends = play.first + timedelta(days=play.days - 1)
    if play.first < first or ends > last:
        raise Malformed(
            f"the plan of {name} is for {first} to {last}, and the play for {play.first} to {ends};"
            " choose --from and --days within it",
            code="outside-the-plan",
            about="from",
        )
    meters = [_meter(each) for each in said["meters"]]
    if len(meters) * play.days * timedelta(days=1) / play.every > _READINGS_MAX:
        raise Malformed(
            f"a play of more than {_READINGS_MAX:,} readings is too long; take fewer days",
            code="play-too-long",
            about="days",
        )
    return script_of(meters, play)


def played(
    sender: Sender,
    script: Script,
    state: dict[str, Any],
    seed: int,
    tell: Callable[[int, int, str], None],
) -> Outcome:
    """Send what the script says, until every batch has its receipt.

    Raises:
        NotAllowed: the key is wrong.
        Malformed: a batch is refused.
        Stopped: the site does not answer for longer than the sender is patient.
    """
    before = sender.tally.requests
    for number, delivery in enumerate(script.deliveries, start=1):
        sender.send(delivery)
        tell(number, len(script.deliveries), delivery.name)
    tally = sender.tally
    return Outcome(
        intake=state["name"],
        basis=Basis.ILLUSTRATIVE.value,
        seed=seed,
        meters=len(state["meters"]),
        readings=script.readings,
        batches=len({each.name for each in script.deliveries}),
        requests=tally.requests - before,
        arrived=len(tally.numbers),
        known=tally.known,
        late=script.late,
        corrected=script.corrected,
        lost=tally.lost,
        sent_away=tally.sent_away,
        stopped=script.stopped,
        planted=script.planted,
    )


def _meter(said: dict[str, Any]) -> PlayedMeter:
    return PlayedMeter(said["meter"], said["digits"], is_register=said["reads"] == "register")


def intervals_differ(state: dict[str, Any], every: str) -> Sequence[str]:
    """Return the meters whose plan expects another interval than the one that is played."""
    return [each["meter"] for each in state["meters"] if each["expected_interval"] != every]
