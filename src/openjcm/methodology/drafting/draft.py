"""The first files of a methodology of one's own, built on a family."""

from collections.abc import Iterable, Mapping
from importlib.resources import files
from string import Template

from openjcm.measure import Malformed, NotFound
from openjcm.methodology.catalogue import load_definition
from openjcm.methodology.definition import LookupTable, Parameter, Status
from openjcm.methodology.entries import is_template_written, load_family
from openjcm.methodology.files.reading import ID, TEMPLATE_ID

_CASE = "cases/first.toml"


def draft_of(definition_id: str, family: str) -> Mapping[str, str]:
    """Return the files of a draft by their names below its folder.

    An official number has an entry as well; a template of one's own has none. What only the
    author can say is left blank, and is found by the check.

    Args:
        definition_id: The number with its version, or an identifier such as ``OJ_mine_ver1``.
        family: The template it is built on.

    Raises:
        Malformed: it is no such identifier.
        NotFound: there is no such family, or its template is not yet written.
    """
    is_template = bool(TEMPLATE_ID.fullmatch(definition_id))
    if not is_template and not ID.fullmatch(definition_id):
        raise Malformed(
            f"'{definition_id[:60]}' is neither a number with its version, such as "
            f"KE_AM004_ver01.0, nor an identifier of a template, such as OJ_mine_ver1",
            code="id-as-printed",
            about=definition_id[:60],
        )
    if not is_template_written(load_family(family)):
        raise NotFound(
            f"the template {family} is not yet written; openjcm methodology templates says which "
            f"are",
            code="no-template",
            about=family,
        )
    status = Status.TEMPLATE if is_template else Status.NOT_CONFIRMED
    drafted = {
        "definition.toml": _filled("definition", id=definition_id, family=family, status=status),
        _CASE: _case(family),
    }
    if not is_template:
        number, _, version = definition_id.partition("_ver")
        drafted["entry.toml"] = _filled(
            "entry",
            id=definition_id,
            number=number,
            version=version,
            status="approved",
            family=family,
        )
    return drafted


def _case(family: str) -> str:
    definition = load_definition(family)
    monitored = [each for each in definition.monitored if each.is_required]
    fixed = [each for each in definition.fixed if each.is_required]
    tables = [each for each in definition.tables if each.is_required]
    asked = _asked(fixed) + (f"[table]\n{_asked(tables)}" if tables else "")
    return _filled("case", monitored=_asked(monitored), fixed=asked)


def _asked(parts: Iterable[Parameter | LookupTable]) -> str:
    """Return a line for each value that a case must give, blank; the remark says what it is."""
    lines = (
        f"# {' '.join(each.says.split())}{_per(each)}, in {each.unit}\n"
        f"{each.symbol} = {_blank(each)}\n"
        for each in parts
    )
    return "".join(lines)


def _blank(part: Parameter | LookupTable) -> str:
    return '""' if isinstance(part, Parameter) and not part.per else "[]"


def _per(part: Parameter | LookupTable) -> str:
    per = part.per if isinstance(part, Parameter) else ""
    return f", one for each {per}" if per else ""


def _filled(name: str, **values: str) -> str:
    file = files("openjcm.methodology") / "drafting" / f"{name}.txt"
    return Template(file.read_text(encoding="utf-8")).substitute(values)
