"""The command ``newsparse`` (and ``python -m newsparse``): pages in, their structure out.

In: files, or standard input as ``-``, read as bytes. Out: one readable overview a page, or with
``--json`` one line of JSON a page, in the order of the files.

Exit status: 0 if every page was read; 1 if whoever read the output stopped listening; 2 for a
wrong option and for a file that cannot be read (the files after it are still read); 130 after
Ctrl-C.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import newsparse
from newsparse.cli.show import render, stream_style

__all__ = ["main"]

STOPPED, WRONG, INTERRUPTED = 1, 2, 130

_EPILOG = """\
exit status:
  0  every page was read
  1  whoever read the output stopped listening
  2  a wrong option, or a file that cannot be read

Colours are used on a terminal only; NO_COLOR=1 turns them off.
"""


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong; argparse itself would print the usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG, f"{self.prog}: error: {message} (see {self.prog} --help)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: Words after the command; None: those of this process.

    Returns:
        The exit status, see above.

    Raises:
        SystemExit: After ``--help`` and ``--version`` (0) and for a wrong option (2).
    """
    options = _options(arguments)
    for stream in (sys.stdout, sys.stderr):
        # A lone surrogate in a page, or a terminal without UTF-8, must not end the run.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        return _run(options)
    except BrokenPipeError:
        # Python flushes at exit; with the pipe gone that would be a second error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    except KeyboardInterrupt:
        return INTERRUPTED


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = _Parser(
        prog="newsparse",
        description="Split news pages, HTML or plain text, into labelled parts with offsets.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a page; - is standard input")
    parser.add_argument("--json", action="store_true", help="JSON Lines: one page a line")
    parser.add_argument(
        "--kind", choices=("html", "text", "email"), help="default: found by itself"
    )
    parser.add_argument("--url", help="address of the page (one FILE only)")
    parser.add_argument("--version", action="version", version=f"newsparse {newsparse.__version__}")
    options = parser.parse_args(arguments)
    if options.url is not None and len(options.files) > 1:
        parser.error(f"argument --url: takes one FILE, got {len(options.files)}")
    return options


def _run(options: argparse.Namespace) -> int:
    status = 0
    style = stream_style(sys.stdout)
    for number, (name, content) in enumerate(_contents(options.files)):
        if isinstance(content, OSError):
            print(f"newsparse: error: {name}: {content.strerror or content}", file=sys.stderr)
            status = WRONG
            continue
        page = newsparse.parse(content, url=options.url, kind=options.kind)
        if options.json:
            print(json.dumps({"file": name, **page.to_dict()}))
        else:
            print(("\n" if number else "") + render(page, name, style))
    sys.stdout.flush()
    return status


def _contents(names: Sequence[str]) -> Iterator[tuple[str, bytes | OSError]]:
    for name in names:
        try:
            yield name, sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            yield name, error
