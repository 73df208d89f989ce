"""What the files of open data hold, said for programs: a Frictionless data package."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from openjcm.papers.exports.column_words import column_sentence, table_sentence
from openjcm.papers.exports.csv_file import instant
from openjcm.papers.exports.data_file import DataFile
from openjcm.views.record.tables import Column, Filled, Table, Type

ARRANGEMENT = {
    "name": "Apache-2.0",
    "title": "How the files are arranged: Apache License 2.0",
    "path": "https://www.apache.org/licenses/LICENSE-2.0",
}
# The Open Definition has no name for terms that only a source can tell.
_TERMS = {"name": "notspecified"}
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}


def package(
    resources: Iterable[Mapping[str, Any]], sources: Filled, recorded_at: datetime | None
) -> dict[str, Any]:
    """Return the description of all files.

    Args:
        resources: What ``resource`` says of each file.
        sources: The table of sources, each with its licence.
        recorded_at: The newest instant of the record.
    """
    said = {
        "name": "openjcm-open-data",
        "title": "OpenJCM: the public record of the Joint Crediting Mechanism",
        "description": table_sentence("en", "all"),
        "profile": "data-package",
        "licenses": [ARRANGEMENT],
        "sources": [_source(row) for row in sources.rows],
        "resources": list(resources),
    }
    return said | ({"created": instant(recorded_at)} if recorded_at else {})


def resource(of: Filled, file: DataFile, notes: Sequence[str]) -> dict[str, Any]:
    """Return the description of one file: where, how large, which digest, which columns.

    Args:
        of: The table that it holds.
        file: The file as it was written.
        notes: The licence notes of its rows.
    """
    said: dict[str, Any] = {
        "name": f"{of.table.name}-{file.format}",
        "title": of.table.name,
        "description": table_sentence("en", of.table.name),
        "path": file.name,
        "format": file.format,
        "mediatype": file.media.partition(";")[0],
        "profile": "data-resource" if file.format == "parquet" else "tabular-data-resource",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "rows": len(of.rows),
        "licenses": [ARRANGEMENT, *({**_TERMS, "title": note} for note in notes)],
        "schema": table_schema(of.table, as_written=file.format != "json"),
    }
    if file.format != "parquet":
        said["encoding"] = "utf-8"
    return said | ({"dialect": _DIALECT} if file.format == "csv" else {})


def table_schema(table: Table, *, as_written: bool = True) -> dict[str, Any]:
    """Return the Table Schema of a table.

    Args:
        table: Any public table.
        as_written: Columns in the table's own order; else by name, as keys stand in JSON.
    """
    columns = table.columns if as_written else sorted(table.columns, key=lambda each: each.name)
    return {
        "fields": [_field(table, column) for column in columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }


def licences(of: Filled, tables: Sequence[Filled]) -> tuple[str, ...]:
    """Return the licence notes of the rows of a table, each once."""
    other = of.table.licensed_by
    told = next((each for each in tables if each.table.name == other), of)
    return tuple(sorted({str(note) for row in told.rows if (note := row["licence"])}))


def _field(table: Table, column: Column) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": column.name,
        "type": column.type.value,
        "description": column_sentence("en", table.name, column.name),
        "constraints": {"required": column.needed},
    }
    if column.type is Type.INSTANT:
        said["format"] = "any"
    return said | ({"unit": column.unit} if column.unit else {})


def _source(row: Mapping[str, Any]) -> dict[str, Any]:
    kept = {"key": row["source"], "title": row["title"], "path": row["url"], "kind": row["kind"]}
    kept |= {"licence": row["licence"], "state": row["state"] and row["state"].isoformat()}
    return {name: value for name, value in kept.items() if value}
