"""Weights files: what training learnt, as one small compressed JSON file with a card beside it.

A file holds the names of the features, their bucket counts, and one point table a question. A file
made for other features, another format or by another program is refused with the reason.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from attrs import frozen

from newsparse.errors import WeightsError
from newsparse.labelling.points import PointTable

__all__ = ["FORMAT", "Weights", "load_weights", "read_weights", "shipped_weights"]

FORMAT = "newsparse-weights-1"
_SHIPPED = "news"
_FOLDER = resources.files("newsparse.labelling") / "weights_data"


@frozen(eq=False)
class Weights:
    """Point tables of all questions.

    Attributes:
        name: Name of the set ("news-2026.11").
        sha256: Checksum of the file, hexadecimal.
        features: Row layout of each stage: stage name to feature names.
        tables: Question ("text.body.first") to its table.
        numbers: Single learnt numbers (thresholds, calibration).
    """

    name: str
    sha256: str
    features: dict[str, tuple[str, ...]]
    tables: dict[str, PointTable]
    numbers: dict[str, float]


@cache
def shipped_weights() -> Weights:
    """Return the weights that ship with newsparse."""
    return load_weights((_FOLDER / f"{_SHIPPED}.json.gz").read_bytes(), f"{_SHIPPED}.json.gz")


def read_weights(path: str | Path) -> Weights:
    """Return the weights of a file of your own.

    Raises:
        WeightsError: The file is missing, broken, or was made for another version.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeightsError(f"{path.name}: cannot be read: {error.strerror}") from error
    return load_weights(data, path.name)


def load_weights(data: bytes, name: str) -> Weights:
    """Return the weights in a file's bytes.

    Args:
        data: gzip-compressed JSON as ``newsparse.training`` writes it.
        name: File name, for messages.

    Raises:
        WeightsError: Not gzip, not JSON, another format, or tables that do not fit each other.
    """
    try:
        plain = json.loads(gzip.decompress(data))
    except (OSError, EOFError, zlib.error) as error:
        raise WeightsError(f"{name}: is no gzip file: {error}") from error
    except ValueError as error:
        raise WeightsError(f"{name}: holds no JSON: {error}") from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        found = plain.get("format") if isinstance(plain, dict) else type(plain).__name__
        raise WeightsError(f"{name}: format is {found!r}, this version reads {FORMAT!r}")
    try:
        features = {stage: tuple(names) for stage, names in plain["features"].items()}
        tables = {question: _table(t) for question, t in plain["tables"].items()}
        numbers = {key: float(value) for key, value in plain["numbers"].items()}
        title = str(plain["name"])
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise WeightsError(f"{name}: is broken: {type(error).__name__}: {error}") from error
    return Weights(title, hashlib.sha256(data).hexdigest(), features, tables, numbers)


def _table(plain: dict[str, Any]) -> PointTable:
    singles = [[float(p) for p in table] for table in plain["singles"]]
    pairs = []
    for first, second, table in plain["pairs"]:
        width = len(singles[second])
        if len(table) != len(singles[first]) * width:
            raise ValueError(f"pair {first}, {second} has {len(table)} cells")
        pairs.append((int(first), int(second), width, [float(p) for p in table]))
    return PointTable(float(plain["base"]), singles, pairs)
