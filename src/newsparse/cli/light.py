"""``newsparse FILE``: pages in, an overview or JSON Lines out, in the order of the files."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import newsparse
from newsparse.cli.forms import shown
from newsparse.cli.show import render, stream_style
from newsparse.config import ParseConfig

__all__ = ["content_of", "print_pages"]

WRONG = 2


def print_pages(
    names: Sequence[str],
    *,
    as_json: bool,
    form: str | None = None,
    url: str | None = None,
    kind: str | None = None,
    config: ParseConfig | None = None,
) -> int:
    """Print pages and return the exit status.

    Args:
        names: Files; ``-`` is standard input.
        as_json: One line of JSON a page.
        form: One of ``cli.forms.FORMS``; None: an overview.
        url: Address of the page.
        kind: What the pages are.
        config: Settings of the parser.
    """
    status = 0
    style = stream_style(sys.stdout)
    for number, name in enumerate(names):
        try:
            content = content_of(name)
        except OSError as error:
            print(f"newsparse: error: {name}: {error.strerror or error}", file=sys.stderr)
            status = WRONG
            continue
        page = newsparse.parse(content, url=url, kind=kind, config=config)
        if as_json:
            print(json.dumps({"file": name, **page.to_dict()}))
        elif form is not None:
            print(shown(page, form))
        else:
            print(("\n" if number else "") + render(page, name, style))
    sys.stdout.flush()
    return status


def content_of(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``.

    Raises:
        OSError: The file cannot be read.
    """
    return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
