"""The command on small checkouts in each benchmark's layout, written here; no network, no peers."""

from __future__ import annotations

import gzip
import json

import pytest

from benchmarks.quality import __main__ as command
from benchmarks.quality.layouts import LAYOUTS, Case, LayoutError, references
from benchmarks.quality.peers import TOOLS, as_html, names
from benchmarks.quality.score import figures, measures, run

HEADLINE = "Weir keeper retires after 52 years"
BODY = (
    "Leopold Brisk opened the weir at Orlan for the last time on Sunday, and closed it at ten.\n"
    "The motor is very good, he said, and it does not notice anything that swims below it.\n"
    "His house stays with the town, which has not yet decided what it is going to be used for."
)
PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>Weir</title></head><body><nav><a href=/>Home</a>"
    f"</nav><article><h1>{HEADLINE}</h1><p>By Ada Example</p><p><time datetime=2024-03-19>"
    "19 March 2024</time></p>"
    + "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    + "</article><footer><a href=/imprint>Imprint</a></footer></body></html>"
)


def packed(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content.encode()) if path.suffix == ".gz" else content.encode())


def checkout_aeb(folder):
    packed(folder / "html" / "a1.html.gz", PAGE)
    truth = {"a1": {"articleBody": BODY, "url": "https://orlan.example/weir"}}
    packed(folder / "ground-truth.json", json.dumps(truth))
    return folder


def checkout_fundus(folder):
    packed(folder / "dataset" / "html" / "Orlan_1.html.gz", PAGE)
    first, *rest = BODY.splitlines()
    body = [first, *rest, {"text": "More on this on page 4.", "is_optional": True}]
    packed(folder / "dataset" / "ground_truth.json", json.dumps({"Orlan_1": {"body": body}}))
    return folder


def checkout_wcxb(folder):
    for name, kind in (("0001", "article"), ("0002", "forum")):
        packed(folder / "test" / "html" / f"{name}.html", PAGE)
        truth = {
            "title": HEADLINE,
            "author": "Ada Example",
            "publish_date": "2024-03-19",
            "main_content": BODY,
            "with": ["does not notice anything"],
            "without": ["Imprint"],
        }
        record = {"_internal": {"page_type": {"primary": kind}}, "ground_truth": truth}
        packed(folder / "test" / "ground-truth" / f"{name}.json", json.dumps(record))
    return folder


def own_lines(folder):
    truth = {"body": BODY, "headline": HEADLINE, "authors": ["Ada Example"]}
    text = f"{HEADLINE}\n\nBy Ada Example\n19 March 2024\n\n" + BODY.replace("\n", "\n\n") + "\n"
    lines = [{"html": PAGE, "published": "2024-03-19"} | truth, {"text": text} | truth]
    path = folder / "pages.jsonl"
    packed(path, "\n".join(json.dumps(one) for one in lines) + "\n")
    return path


CHECKOUTS = {
    "aeb": checkout_aeb,
    "fundus": checkout_fundus,
    "wcxb": checkout_wcxb,
    "jsonl": own_lines,
}


@pytest.mark.parametrize(
    ("benchmark", "pages"), [("aeb", 1), ("fundus", 1), ("wcxb", 2), ("jsonl", 2)]
)
def test_the_command_reports_newsparse_on_each_benchmark(tmp_path, capsys, benchmark, pages):
    """The pages are easy, so what newsparse finds is the whole truth: every figure is 1."""
    if benchmark == "fundus":
        pytest.importorskip("rouge_score")
    path, out = CHECKOUTS[benchmark](tmp_path / "in"), tmp_path / "out"

    assert command.main([benchmark, str(path), "--tool", "newsparse", "--out", str(out)]) == 0

    printed = capsys.readouterr().out
    (row,) = [line for line in printed.splitlines() if line.startswith("| newsparse |")]
    cells = [cell.strip() for cell in row.strip("|").split("|")[1:]]
    assert set(cells) == {"1.000", "1.000 to 1.000", ""}
    assert f"{pages} pages, " in printed
    assert f"Command: `python -m benchmarks.quality {benchmark} " in printed
    assert (out / f"{benchmark}.md").read_text("utf-8").strip() == printed.strip()
    assert (out / f"{benchmark}.svg").read_text("utf-8").startswith("<svg ")


def test_pages_of_one_type_can_be_chosen(tmp_path, capsys):
    path = checkout_wcxb(tmp_path)

    command.main(["wcxb", str(path), "--tool", "newsparse", "--type", "forum"])

    assert "1 pages, " in capsys.readouterr().out


@pytest.mark.parametrize("benchmark", LAYOUTS)
def test_a_folder_without_the_layout_is_refused(tmp_path, capsys, benchmark):
    if benchmark == "fundus":
        pytest.importorskip("rouge_score")

    assert command.main([benchmark, str(tmp_path / "nothing")]) == 2

    assert f"not read as {benchmark}: {tmp_path}" in capsys.readouterr().err


def test_a_line_without_a_page_is_named(tmp_path):
    path = tmp_path / "pages.jsonl"
    path.write_text('{"text": "One"}\n{"body": "Two"}\n', "utf-8")

    with pytest.raises(LayoutError, match="line 2: neither html nor text"):
        list(LAYOUTS["jsonl"](path, ""))


def test_a_page_without_a_file_is_named(tmp_path):
    packed(tmp_path / "ground-truth.json", json.dumps({"a1": {"articleBody": BODY}}))

    with pytest.raises(LayoutError, match=r"neither a1\.html\.gz nor a1\.html"):
        list(LAYOUTS["aeb"](tmp_path, ""))


def test_optional_paragraphs_may_be_there_or_not(tmp_path):
    body = ["One.", {"text": "Two.", "optional": True}, "Three."]

    assert set(references(tmp_path, "a", body)) == {"One.\nTwo.\nThree.", "One.\nThree."}


def test_many_optional_paragraphs_are_all_there_or_none(tmp_path):
    body = [{"text": str(number), "optional": True} for number in range(40)]

    assert len(references(tmp_path, "a", body)) == 2


def test_what_a_tool_does_not_offer_is_not_scored():
    case = Case("a", PAGE, bodies=(BODY,), headline=HEADLINE, authors=("Ada Example",))

    assert "headline" not in measures({"body": BODY}, case)
    assert measures({"body": BODY, "headline": None}, case)["headline"] == 0.0


def test_a_tool_that_raises_found_nothing_there():
    """The first page raises: half of the bodies and of the headlines are lost."""
    case = Case("a", PAGE, bodies=(BODY,), headline=HEADLINE)
    broken = Case("b", "broken", bodies=(BODY,), headline=HEADLINE)

    def extract(html, _url):
        if html == "broken":
            raise RuntimeError
        return {"body": BODY, "headline": HEADLINE}

    result = run("fragile", extract, [broken, case], with_rouge=False)

    assert result.raised == 1
    found = figures("jsonl", result)
    assert found["word F1"] == found["headline, same words"] == 0.5


def test_tools_that_are_not_installed_are_told_apart():
    assert TOOLS["newsparse"].modules == ("newsparse",)
    absent = type(TOOLS["newsparse"])("no-such-tool", ("no_such_module_here",), dict)

    assert absent.installed() is None


def test_text_becomes_a_page_for_tools_that_take_html_only():
    assert "<p>a &lt; b</p>\n<p>c</p>" in as_html("a < b\n\n c \n")


def test_names_are_split_as_the_tool_joined_them():
    assert names("Ada Example; Bo Test") == ["Ada Example", "Bo Test"]
    assert names(["Ada Example", "Bo Test"]) == ["Ada Example", "Bo Test"]
    assert names(None) == []
