"""What a language pack holds. One class a table; the loader refuses anything else.

A pack is data: ``data/<code>.toml``. Words are written in lower case unless their case matters
(agency names, quotation marks); they are compared with ``str.casefold``. Every hand-written table
states its ``source``. ``docs/languages.md`` explains how to add a pack.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, field, frozen

from newsparse.languages.quote_words import QuoteWords

__all__ = [
    "AgencyEntry",
    "BoilerplateEntry",
    "BylineWords",
    "CreditEntry",
    "CreditWords",
    "DateWords",
    "DatelineWords",
    "FunctionWords",
    "Generated",
    "NoteEntry",
    "Pack",
    "QuoteWords",
]


@frozen(kw_only=True)
class Generated:
    """Written by ``tools/generate_packs.py`` from CLDR; never edited by hand.

    Attributes:
        months: Twelve lists of names and abbreviations, lower case, full stops removed.
        quotes: Outer start, outer end, inner start, inner end.
        date_order: ``DMY``, ``MDY`` or ``YMD``, from the short date pattern.
        direction: ``ltr`` or ``rtl``.
    """

    months: tuple[tuple[str, ...], ...] = ()
    quotes: tuple[str, ...] = ()
    date_order: str = "DMY"
    direction: str = "ltr"


@frozen(kw_only=True)
class FunctionWords:
    """The commonest grammatical words, for finding the language and telling prose from lists.

    Attributes:
        words: Whole words, lower case.
        letters: Letters beyond a to z in the language's own words, lower case; for languages in
            Latin script. A text with many others is in another language.
        source: Where the words come from.
    """

    words: tuple[str, ...] = ()
    letters: str = ""
    source: str


@frozen(kw_only=True)
class DateWords:
    """Words in and around printed dates.

    Attributes:
        months: Twelve lists of further forms that the press uses ("sept", "mrz").
        weekdays: Names and abbreviations in groups of seven, Monday first.
        published: Cues before a first publication ("published", "posted on").
        updated: Cues before a change ("updated", "last modified").
        skip: Words inside a date that carry nothing ("at", "um", "uhr", "de").
        am: Before noon ("am"); full stops are left out here as in all words of this table.
        pm: After noon.
        zones: Zone names to offsets in minutes ("est" to -300).
        ago: Shapes of relative dates, ``{n}`` and ``{unit}`` standing for number and unit.
        units: Unit word to ``second minute hour day week month year``.
        days: Relative day words to days ("yesterday" to -1).
        archived: Cues of dates that are neither ("archived", "event on", "copyright"); they count
            only right before the date.
        source: Where the words come from.
    """

    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    am: tuple[str, ...] = ()
    pm: tuple[str, ...] = ()
    zones: Mapping[str, int] = Factory(dict)
    ago: tuple[str, ...] = ()
    units: Mapping[str, str] = Factory(dict)
    days: Mapping[str, int] = Factory(dict)
    archived: tuple[str, ...] = ()
    source: str


@frozen(kw_only=True)
class BylineWords:
    """Words in and around bylines.

    Attributes:
        prefixes: Whole words that open a byline ("by", "written by", "von").
        suffixes: What closes one ("記者").
        joiners: Between two names ("and", "und").
        withs: Before second-rank contributors ("with", "as told to").
        roles: Jobs and beats, whole ("staff writer", "korrespondentin"), lower case.
        role_heads: Last words of longer jobs ("reporter", "editor", "correspondent").
        nobody: Signatures of nobody in particular ("staff", "redaktion").
        place_links: Before a place after a name ("in", "aus").
        affiliation_links: Before an outlet ("for", "of", "at", "für").
        particles: Lower-case parts of names ("von", "de la").
        suffix_titles: After a name and part of it ("jr", "iii").
        titles: Before a name and part of it ("dr", "prof").
        degrees: After a name and no part of it ("phd", "mba").
        surnames: Common surnames where words do not stand apart (Chinese, Japanese, Korean).
        organisation_words: Words that only organisations bear ("news", "agency", "times").
        organisation_endings: Last parts of compounds that only organisations bear ("verband").
        noise: Text in a byline that is no name ("follow", "min read", "view all posts").
        source: Where the words come from.
    """

    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    withs: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    role_heads: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    place_links: tuple[str, ...] = ()
    affiliation_links: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    suffix_titles: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    organisation_words: tuple[str, ...] = ()
    organisation_endings: tuple[str, ...] = ()
    noise: tuple[str, ...] = ()
    source: str


@frozen(kw_only=True)
class DatelineWords:
    """Words in datelines, beside the list of places that all languages share.

    Attributes:
        places: Further places in the form the press prints ("münchen", "nueva york"), lower case.
        regions: States and abbreviations that stand after a place ("calif.", "n.y.").
        links: Small words inside names of places ("de la", "am", "of the").
        endings: Last letters of place names ("hausen", "ville"), for places that no list has.
        not_places: What stands like a place before a dash or colon and is none ("update", "live").
        source: Where the words come from.
    """

    places: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()
    source: str


@frozen(kw_only=True)
class CreditWords:
    """Words inside credits that are not the cue itself.

    Attributes:
        links: Between two names ("via", "courtesy of", "für").
        drops: What a credit names and nobody bears ("archive", "symbolbild", "cc by", "privat").
        rights: Reservations of rights ("all rights reserved").
        company_forms: Legal forms after a company's name ("inc", "gmbh").
        stock: Picture houses, so that a pseudonym beside them is a person ("getty images").
        source: Where the words come from.
    """

    links: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    company_forms: tuple[str, ...] = ()
    stock: tuple[str, ...] = ()
    source: str


@frozen(kw_only=True)
class AgencyEntry:
    """One news agency.

    Attributes:
        name: Canonical name ("Associated Press").
        printed: Forms as agencies print them, case kept ("AP", "dpa-infocom").
        source: Where the forms come from.
    """

    name: str
    printed: tuple[str, ...]
    source: str


@frozen(kw_only=True)
class CreditEntry:
    """One way to credit somebody.

    Attributes:
        kind: A ``CreditKind``.
        starts: Phrases before the names ("reporting by", "mit material von"); with a colon at the
            end where only the colon makes it a credit ("foto:").
        ends: Phrases after the names ("contributed to this report").
        examples: Lines that must be read with this kind, in our own words.
        near_misses: Lines that must not.
        source: Where the phrases come from.
    """

    kind: str
    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    near_misses: tuple[str, ...] = ()
    source: str


@frozen(kw_only=True)
class NoteEntry:
    """Openings of notes to the reader.

    Attributes:
        label: ``CORRECTION`` or ``AUTHOR_NOTE``.
        starts: Phrases at the start of the block.
        contains: Phrases anywhere in a short block.
        source: Where the phrases come from.
    """

    label: str
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    source: str


@frozen(kw_only=True)
class BoilerplateEntry:
    """Phrases of one kind of boilerplate.

    Attributes:
        kind: A ``BoilerplateKind``.
        whole: A block that is just this (final punctuation and counts aside): headings, buttons.
        starts: A block that begins so.
        contains: A block of at most some thirty words that holds this.
        opens: True where the ``whole`` phrases are headings of a section of that kind
            ("Related Posts", "Leave a Reply"): what follows tends to be of the kind too.
        source: Where the phrases come from.
    """

    kind: str
    whole: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    opens: bool = False
    source: str


@frozen(kw_only=True, eq=False, repr=False)
class Pack:
    """Everything newsparse knows about one language, or about several merged into one.

    Compared and hashed by identity: the loader gives the same object for the same codes, so
    patterns made from a pack can be kept beside it.

    Attributes:
        code: BCP 47 code; codes joined with ``+`` for a merged pack.
        name: English name.
        spaced: Whether words stand apart (False for Japanese and Chinese).
    """

    code: str
    name: str
    spaced: bool = True
    generated: Generated = field(factory=Generated)
    function_words: FunctionWords
    dates: DateWords
    byline: BylineWords
    quotes: QuoteWords
    dateline: DatelineWords = field(factory=lambda: DatelineWords(source=""))
    credit_words: CreditWords = field(factory=lambda: CreditWords(source=""))
    agency: tuple[AgencyEntry, ...] = ()
    credit: tuple[CreditEntry, ...] = ()
    note: tuple[NoteEntry, ...] = ()
    boilerplate: tuple[BoilerplateEntry, ...] = ()

    def __repr__(self) -> str:
        return f"Pack({self.code!r})"
