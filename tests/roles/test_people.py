"""Who signs: lines that the labels call bylines, some of which are a picture's credit."""

import pytest

from newsparse.config import Limits
from newsparse.labelling.units import Unit
from newsparse.languages.load import merged_pack
from newsparse.model.block import Block
from newsparse.model.label import Label
from newsparse.reading.text import read_text
from newsparse.roles.people import signed_lines

PACK = merged_pack(("en",))


def signing(*lines: str) -> list[str]:
    """Return who signs, where every line is labelled a byline."""
    blocks: list[Block] = read_text("\n\n".join(lines), limits=Limits()).blocks
    units = [Unit(block, i, Label.BYLINE, 1.0) for i, block in enumerate(blocks)]
    return [person.name for line in signed_lines(units, PACK) for person in line.byline.authors]


@pytest.mark.parametrize(
    "credit", ["AP Photo/Ben Carter", "Ben Sample/Getty Images", "Ben Sample/Reuters"]
)
def test_a_picture_credit_signs_nothing_beside_a_byline(credit):
    """A photographer and a house with a slash are the picture's."""
    assert signing("By Ada Example", credit) == ["Ada Example"]


def test_a_picture_house_signs_no_story_alone():
    """What has no text to sell has written none."""
    assert signing("Ben Sample/Getty Images") == []


def test_a_reporter_of_an_agency_signs_alone():
    """An agency that sends texts, too."""
    assert signing("Ben Sample/Reuters") == ["Ben Sample"]


def test_a_writer_and_a_paper_are_no_picture_credit():
    """The word before the name says that it signs."""
    assert signing("By Ada Example", "By Ben Sample / Harbour Post") == [
        "Ada Example",
        "Ben Sample",
    ]
