"""What a row of Arrow, pandas or polars must say of a page."""

from __future__ import annotations

from newsparse.export.arrow_columns import without_halves
from newsparse.model.page import ROLES


def plain(value, *, key: str = ""):
    """``to_dict`` as Arrow gives it back: spans as structs, no half pairs."""
    if key in ("span", "cue_span") and value is not None:
        return {"start": value[0], "end": value[1]}
    if isinstance(value, list):
        return [plain(item, key="span" if key == "pieces" else "") for item in value]
    if isinstance(value, dict):
        return {name: plain(item, key=name) for name, item in value.items()}
    return without_halves(value) if isinstance(value, str) else value


def without_extras(value):
    """Leave out what Arrow has beside ``to_dict``: a body's text, a date's instant."""
    if isinstance(value, list):
        return [without_extras(item) for item in value]
    if not isinstance(value, dict):
        return value
    extras = {"instant"} | ({"text"} if "paragraphs" in value else set())
    return {name: without_extras(item) for name, item in value.items() if name not in extras}


def check_row(row, page) -> None:
    want = plain(page.to_dict())
    for name in ("raw", "kind", "url", "encoding", "language", "cut_at", "segments", *ROLES):
        assert without_extras(row[name]) == want[name], name
    assert row["packs"] == list(page.provenance.packs)
    assert row["body"]["text"] == without_halves(page.body.text)
    assert row["error"] is None
