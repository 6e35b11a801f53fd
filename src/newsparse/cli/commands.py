"""The subcommands of ``newsparse`` (extra ``cli``): what to do is here, how is in the files beside.

Exit status as in ``newsparse.cli``, and 3 where a batch ran to its end with records that failed.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

import newsparse
from newsparse import export
from newsparse.cli.batch import Order, run
from newsparse.cli.evaluate import evaluate, report
from newsparse.cli.explain import explained
from newsparse.cli.forms import FORMS
from newsparse.cli.light import content_of, print_pages
from newsparse.config import ParseConfig
from newsparse.parser import KINDS

__all__ = ["FAILED", "run_command"]

FAILED = 3
"""Exit status of a batch that ran to its end and left failures in the side file."""

Command = TypeVar("Command", bound=Callable[..., Any])


class _Group(click.Group):
    """Completes file names beside commands: ``newsparse FILE`` is a command, too."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """See click."""
        return [*super().shell_complete(ctx, incomplete), CompletionItem(incomplete, type="file")]


def run_command(words: Sequence[str]) -> int:
    """Run ``newsparse COMMAND …`` and return its exit status.

    Raises:
        NewsparseError: What was asked for cannot be done.
        OSError: A file cannot be read or written.
        SystemExit: After ``--help``, and for a wrong option (2).
    """
    try:
        status = _newsparse.main(list(words), prog_name="newsparse", standalone_mode=False)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "newsparse"
        said = error.format_message()
        print(f"newsparse: error: {said} (see {command} --help)", file=sys.stderr)
        return 2
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.Abort:
        return 130
    return status if isinstance(status, int) else 0


def _settings(command: Command) -> Command:
    """Add the options that make a ParseConfig."""
    options = (
        click.option("--language", "languages", multiple=True, help="BCP 47 code; may be repeated"),
        click.option("--region", help="ISO 3166 code; decides 03/04/2024"),
        click.option("--date-order", type=click.Choice(["DMY", "MDY", "YMD"])),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _config(given: dict[str, Any]) -> ParseConfig:
    return ParseConfig(
        languages=given["languages"] or None,
        region=given["region"],
        date_order=given["date_order"],
    )


_file = click.Path(path_type=Path, allow_dash=True)
_kind = click.option("--kind", type=click.Choice(KINDS), help="default: found by itself")
_url = click.option("--url", help="address of the page")
_as = click.option(
    "--as", "form", type=click.Choice(list(FORMS)), help="what to write", show_default=True
)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(newsparse.__version__, message="newsparse %(version)s")
def _newsparse() -> None:
    """Split news pages, HTML or plain text, into labelled parts with offsets."""


@_newsparse.command()
@click.argument("files", nargs=-1, required=True, type=click.Path())
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: one page a line")
@_as
@_kind
@_url
@_settings
def parse(files: tuple[str, ...], as_json: bool, form: str | None, **given: Any) -> int:  # noqa: FBT001, ANN401  # click
    """Print what was read in pages; - is standard input."""
    if given["url"] is not None and len(files) > 1:
        raise click.UsageError(f"--url takes one FILE, got {len(files)}")
    return print_pages(
        files,
        as_json=as_json,
        form=form,
        url=given["url"],
        kind=given["kind"],
        config=_config(given),
    )


@_newsparse.command()
@click.argument("inputs", nargs=-1, required=True, type=_file, metavar="IN...")
@click.option("-o", "--output", required=True, type=_file, help="file to write; - for a pipe")
@_as
@click.option("--column", help="key or column of the page  [default: raw, html or text]")
@click.option("-j", "--processes", type=click.IntRange(1), help="default: one a core")
@click.option("--resume", is_flag=True, help="go on where a run was interrupted")
@click.option("--overwrite", is_flag=True, help="throw away what OUTPUT holds")
@_settings
def batch(inputs: tuple[Path, ...], form: str | None, resume: bool, **given: Any) -> int:  # noqa: FBT001, ANN401  # click
    """Parse many pages: folders, pages, JSON Lines, Parquet, WARC and WET, gzip or zstd.

    OUTPUT is JSON Lines, compressed if it ends in .gz or .zst, or Parquet if in .parquet. Records
    that are no pages go to OUTPUT.failures.jsonl.
    """
    order = Order(
        inputs=inputs,
        output=given["output"],
        form=form or "json",
        column=given["column"],
        processes=given["processes"] or _cores(),
        resume=resume,
        overwrite=given["overwrite"],
        config=_config(given),
    )
    failed = run(order)
    if failed:
        where = "" if str(order.output) == "-" else f", see {order.output}.failures.jsonl"
        print(f"newsparse: {failed} records are no pages{where}", file=sys.stderr)
    return FAILED if failed else 0


@_newsparse.command()
@click.argument("file", type=_file)
@click.option("-o", "--output", default="-", type=_file, help="default: standard output")
@_kind
@_url
@_settings
def view(file: Path, output: Path, **given: Any) -> None:  # noqa: ANN401  # click
    """Write one HTML page that shows a page and what was read in it."""
    page = _page(file, given)
    html = export.to_html_view(page)
    if str(output) == "-":
        click.echo(html, nl=False)
    else:
        output.write_text(html, "utf-8")


@_newsparse.command()
@click.argument("file", type=_file)
@click.option("--at", type=click.IntRange(0), help="only the segment that holds this offset")
@click.option("--top", type=click.IntRange(1), default=5, show_default=True, help="reasons each")
@_kind
@_url
@_settings
def explain(file: Path, at: int | None, top: int, **given: Any) -> None:  # noqa: ANN401  # click
    """Print why each segment of a page has its label, the strongest reasons first."""
    for line in explained(_page(file, given), at=at, top=top):
        click.echo(line)


@_newsparse.command()
def schema() -> None:
    """Print the JSON Schema of the JSON output."""
    click.echo(json.dumps(export.json_schema(), indent=2))


@_newsparse.command("eval")
@click.argument("labelled", nargs=-1, required=True, type=_file, metavar="LABELLED...")
@click.option("--json", "as_json", is_flag=True, help="figures as JSON")
@click.option("--worst", type=click.IntRange(0), default=0, help="also list so many poor pages")
@_settings
def evaluate_pages(labelled: tuple[Path, ...], as_json: bool, worst: int, **given: Any) -> None:  # noqa: FBT001, ANN401  # click
    """Score on pages that you labelled: JSON Lines with the page and what is right for it."""
    scores = evaluate(labelled, _config(given))
    click.echo(json.dumps(scores.figures(), indent=2) if as_json else report(scores, worst))


def _page(file: Path, given: dict[str, Any]) -> newsparse.Page:
    content = content_of(str(file))
    return newsparse.parse(content, url=given["url"], kind=given["kind"], config=_config(given))


def _cores() -> int:
    """Return the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
