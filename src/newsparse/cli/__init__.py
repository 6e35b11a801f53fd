"""The command ``newsparse`` (and ``python -m newsparse``): pages in, their structure out.

``newsparse FILE`` needs nothing but newsparse; its first word may also be one of ``COMMANDS``,
which need the extra ``cli`` (a file of that name is written ``./batch``).

Exit status: 0 if all went well; 1 if whoever read the output stopped listening; 2 for a wrong
option, a file that cannot be read (in ``newsparse FILE`` those after it are still read) and a
missing extra; 3 for a batch some of whose records are no pages; 130 after Ctrl-C.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import newsparse
from newsparse.errors import MissingExtraError, NewsparseError

__all__ = ["COMMANDS", "main"]

COMMANDS = ("parse", "batch", "view", "explain", "schema", "eval")
STOPPED, WRONG, INTERRUPTED = 1, 2, 130
_COMPLETION = "_NEWSPARSE_COMPLETE"
"""Set by a shell that asks which words may follow."""

_EPILOG = f"""\
exit status:
  0  all went well
  1  whoever read the output stopped listening
  2  a wrong option, a file that cannot be read, a missing extra
  3  a batch ran to its end, but some of its records are no pages

commands, each with --help: {", ".join(COMMANDS)}
They need: pip install "newsparse[cli]"

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
    words = sys.argv[1:] if arguments is None else list(arguments)
    for stream in (sys.stdout, sys.stderr):
        # A lone surrogate in a page, or a terminal without UTF-8, must not end the run.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    try:
        if _COMPLETION in os.environ or (words and words[0] in COMMANDS):
            return _command(words)
        options = _options(words)
        from newsparse.cli.light import print_pages

        return print_pages(options.files, as_json=options.json, url=options.url, kind=options.kind)
    except BrokenPipeError:
        # Python flushes at exit; with the pipe gone that would be a second error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    except KeyboardInterrupt:
        return INTERRUPTED


def _command(words: Sequence[str]) -> int:
    try:
        try:
            from newsparse.cli.commands import run_command
        except ModuleNotFoundError as error:
            if error.name not in ("click", "rich", "zstandard"):
                raise
            raise MissingExtraError(
                f"newsparse {' '.join(words[:1])}", error.name, "cli"
            ) from error
        status = run_command(words)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (NewsparseError, OSError) as error:
        name = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        said = error.strerror if isinstance(error, OSError) and error.strerror else error
        print(f"newsparse: error: {name}{said}", file=sys.stderr)
        return WRONG
    return status


def _options(words: Sequence[str]) -> argparse.Namespace:
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
    options = parser.parse_args(words)
    if options.url is not None and len(options.files) > 1:
        parser.error(f"argument --url: takes one FILE, got {len(options.files)}")
    return options
