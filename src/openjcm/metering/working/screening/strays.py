"""Rows below later ones among proved readings: how many of each meter, and the earliest of them.

Nearly every row of a shuffled file is such a row. Most are told without putting rows in order: what
is earlier than the latest reading of an earlier block of its file stands below a later one. Only
the others are compared within their block.
"""

from openjcm.metering.working.engine import Engine
from openjcm.metering.working.screening.proof import Screened

BLOCK = 65_536

_BLOCKS = """
SELECT file, meter, block, max(top) OVER (PARTITION BY file, meter ORDER BY block
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier
FROM (
    SELECT file, meter, row // {block} AS block, max(instant) AS top
    FROM {relation} WHERE meter IN ({meters}) GROUP BY file, meter, row // {block}
) AS tops
"""
_STRAYS = """
SELECT meter, count(*) AS times, min(struct_pack(
    instant := instant, file := file, row := row, register := register), {shown}) AS earliest
FROM (
    SELECT meter, instant, file, row, register FROM stray_placed WHERE instant < earlier
    UNION ALL
    SELECT meter, instant, file, row, register FROM (
        SELECT *, max(instant) OVER (PARTITION BY file, meter, block ORDER BY row
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest
        FROM stray_placed WHERE earlier IS NULL OR instant >= earlier
    ) AS followed WHERE instant < latest
) AS each_stray GROUP BY meter
"""
_PLACED = """
SELECT each.*, stray_block.block, earlier FROM {relation} AS each
JOIN stray_block ON stray_block.file = each.file AND stray_block.meter = each.meter
    AND stray_block.block = each.row // {block}
"""
_SHOWN = """
SELECT one.meter, one.file, one.row, one.instant, one.register,
    max(greatest(earlier, above.instant)) AS latest
FROM (
    SELECT meter, said.file, said.row, said.instant, said.register
    FROM (SELECT meter, unnest(earliest) AS said FROM stray_count) AS listed
) AS one JOIN stray_placed AS above ON above.file = one.file AND above.meter = one.meter
    AND above.block = one.row // {block} AND above.row <= one.row
GROUP BY one.meter, one.file, one.row, one.instant, one.register
"""
OF_STRAYS = """
SELECT 'out-of-order' AS kind, meter, struct_pack(file := file, row := row) AS place, instant,
    CAST(0 AS BIGINT) AS effect, latest AS other, register AS shown FROM stray
"""
_COUNTS = "SELECT meter, times FROM stray_count"


def make_strays(engine: Engine, screened: Screened, shown: int) -> None:
    """Name the relation ``stray``: the earliest rows of each meter that stand below later ones."""
    asked = {
        "relation": screened.relation,
        "meters": ", ".join(map(str, sorted(screened.unordered))),
        "block": BLOCK,
        "shown": shown,
    }
    engine.relation("stray_block", _BLOCKS.format(**asked), is_kept=True)
    engine.relation("stray_placed", _PLACED.format(**asked), is_kept=False)
    engine.relation("stray_count", _STRAYS.format(**asked), is_kept=True)
    engine.relation("stray", _SHOWN.format(**asked), is_kept=True)


def stray_counts(engine: Engine) -> dict[int, int]:
    """Return how many rows of each meter stand below later ones."""
    return {meter: int(times) for meter, times in engine.rows(_COUNTS)}
