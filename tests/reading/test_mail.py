"""Saved mail: header fields, the body in plain text or HTML, several parts."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from newsparse.config import Limits
from newsparse.reading.mail import read_mail

LIMITS = Limits()
HEADER = (
    "From: Ada Example <ada@post.example>\n"
    "Subject: =?utf-8?q?Caf=C3=A9?=\n opens again\n"
    "Date: Fri, 7 Mar 2025 10:00:00 +0100\n"
)


def read(raw, **limits):
    return read_mail(raw, limits=Limits(**limits))


def texts(raw):
    return [block.text for block in read(raw).blocks]


def test_each_header_field_is_a_block_and_the_body_follows():
    """A folded field is one block; offsets count in the whole message."""
    raw = f"{HEADER}\nThe café opens.\n\nCome by.\n"
    document = read(raw)

    assert [block.text for block in document.blocks] == [
        "From: Ada Example <ada@post.example>",
        "Subject: =?utf-8?q?Caf=C3=A9?= opens again",
        "Date: Fri, 7 Mar 2025 10:00:00 +0100",
        "The café opens.",
        "Come by.",
    ]
    assert document.kind == "email"
    assert [block.tag for block in document.blocks] == ["header"] * 3 + [""] * 2
    last = document.blocks[-1]
    assert raw[last.start : last.end] == "Come by."


def test_subject_sender_and_date_are_declared():
    """Encoded words are resolved there; the blocks stay as written."""
    assert [(v.name, v.value, v.key) for v in read(f"{HEADER}\nx").metadata.values] == [
        ("author", "Ada Example <ada@post.example>", "from"),
        ("headline", "Café opens again", "subject"),
        ("published", "Fri, 7 Mar 2025 10:00:00 +0100", "date"),
    ]


def test_an_html_body_is_read_as_html():
    """The content type says so."""
    raw = f"{HEADER}Content-Type: text/html\n\n<p>One</p><p>two <b>three</b></p>"

    assert texts(raw)[4:] == ["One", "two three"]


def test_of_several_parts_the_plain_one_is_read():
    """The HTML part says the same again."""
    raw = (
        f'{HEADER}Content-Type: multipart/alternative; boundary="xx"\n\npreamble\n'
        "--xx\nContent-Type: text/html\n\n<p>Marked up</p>\n"
        "--xx\nContent-Type: text/plain\n\nPlain.\n--xx--\n"
    )

    assert texts(raw)[4:] == ["Plain."]


def test_parts_inside_parts_are_found():
    """Mail with an attachment wraps its alternatives once more."""
    raw = (
        f"{HEADER}Content-Type: multipart/mixed; boundary=aa\n\n"
        '--aa\nContent-Type: multipart/alternative; boundary="bb"\n\n'
        "--bb\nContent-Type: text/html\n\n<p>Marked up</p>\n--bb--\n--aa--\n"
    )

    assert texts(raw)[4:] == ["Marked up"]


def test_limits_hold_for_header_and_body_together():
    """The document says where reading stopped."""
    document = read(f"{HEADER}\nOne\n\ntwo", max_blocks=4)

    assert len(document.blocks) == 4
    assert document.cut_at == document.blocks[-1].end


FIELDS = st.sampled_from(
    ["From: a\n", "Subject: \n", " folded\n", "Content-Type: multipart/x; boundary=b\n", "--b\n",
     "Content-Type: text/html\n", "\n", "<p>x", "\r\n", "\x0b", "From x\n", "a: =?x?q?=ff?=\n", "y"]
)  # fmt: skip


@given(st.lists(FIELDS, max_size=15).map("".join))
@example("a: b")
@example("Subject: =?utf-8?b?//8=?=\n\n")
def test_runs_ascend_inside_the_message(raw):
    """Whatever the header says."""
    at = 0
    for block in read(raw).blocks:
        for run in block.runs:
            assert at <= run.raw_start <= run.raw_end <= len(raw)
            at = run.raw_end
