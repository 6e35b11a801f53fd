"""What was found out about one document's blocks, and about the page as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from newsparse.labelling.features import genre
from newsparse.labelling.features.words import Facts
from newsparse.labelling.points import probability
from newsparse.model.label import Label

__all__ = ["Scores", "add_genres"]

NO_ARTICLE = 0.3
"""Probability of an article below which a page is read as the forum, list or offer that it is
likeliest to be: 7 of 222 articles of the validation part lie below, and 108 of 138 others."""
WHOLE_PAGE = 34
"""Blocks of a page from which its kind is told: of 2,297 training pages 44 have fewer, so nothing
was learnt about pages cut out or written by hand."""
SURE_GENRE = 0.3
"""Probability that the likeliest of the other kinds must have for that."""


class Scores:
    """Everything that was found out about one document's blocks.

    Attributes:
        facts: Facts of each block, rows of the first stage.
        cued: Blocks whose rows hold the cues.
        first: First-pass probability of body.
        genres: Probability of each of ``genre.QUESTIONS`` for the whole page; {} for text and
            pages of a few blocks.
        rows: Second-stage rows.
        body: Second-pass probability of body (subheads included).
        headline: Number of the headline's block, or None.
        headline_score: Its probability.
        headlines: Probability of headline of each likely block.
        roles: Probability of each smaller role, by block number; only likely blocks.
    """

    __slots__ = (
        "body",
        "cued",
        "facts",
        "first",
        "genres",
        "headline",
        "headline_score",
        "headlines",
        "roles",
        "rows",
    )

    def __init__(self, facts: list[Facts]) -> None:
        self.facts = facts
        self.cued: set[int] = set()
        self.first: list[float] = []
        self.genres: dict[str, float] = {}
        self.rows: list[list[int]] = []
        self.body: list[float] = []
        self.headline: int | None = None
        self.headline_score = 0.0
        self.headlines: dict[int, float] = {}
        self.roles: dict[int, dict[Label, float]] = {}

    @property
    def other_genre(self) -> str:
        """What the page is where it is surely no article: ``forum listing offer``, else ""."""
        if self.genres.get("article", 1.0) >= NO_ARTICLE:
            return ""
        likeliest = max(genre.GENRES[1:], key=self.genres.__getitem__)
        return likeliest if self.genres[likeliest] >= SURE_GENRE else ""


def add_genres(scores: Scores, log_odds: Mapping[str, float]) -> None:
    """Note what the page is like, and append it to the second pass's rows."""
    if len(scores.rows) >= WHOLE_PAGE:
        scores.genres = {name: probability(value) for name, value in log_odds.items()}
    codes = genre.level_codes(scores.genres)
    for row in scores.rows:
        row.extend(codes)
