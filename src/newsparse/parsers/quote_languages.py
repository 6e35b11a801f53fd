"""What readers of quotes know about languages as a whole; everything else is in the packs."""

from __future__ import annotations

__all__ = [
    "AUXILIARIES",
    "BEARERS",
    "DEFINITE",
    "DROPS",
    "FIXED_ORDER",
    "GENITIVES",
    "HEAD_FIRST",
    "HONORIFICS",
    "INDEFINITE",
    "LOOSE_PARTICLES",
    "NAMERS",
    "NOUN_CAPITALS",
    "NO_ARTICLES",
    "NO_CAPITALS",
    "ORGANISATIONS",
    "PARTICLES",
    "VERB_LAST",
    "WHAT",
]

DROPS = frozenset(("el", "es", "it", "pl", "pt", "ru", "uk"))
"""Languages that leave out a subject which is clear: "ha detto"."""

FIXED_ORDER = frozenset(("en",))
"""Languages in which an adverbial in front does not move the subject behind the verb."""

NOUN_CAPITALS = frozenset(("de",))
"""Languages that print every noun with a capital."""

AUXILIARIES = frozenset(
    (
        "hat",
        "haben",
        "hatte",
        "hatten",
        "habe",
        "hätte",
        "wird",
        "werden",
        "wurde",
        "wurden",
        "soll",
        "sollen",
        "will",
        "wollen",
        "wollte",
    )
)
"""German verbs whose participle or infinitive closes the clause; the subject stands beside them."""

GENITIVES = frozenset(("der", "einer", "dieser"))
"""German articles that, right behind a noun, make their phrase an attribute of it."""

NO_CAPITALS = frozenset(("ar", "hi", "ja", "ko", "zh"))
"""Languages whose script has no capitals."""

NO_ARTICLES = frozenset(("pl", "ru", "uk", "cs", "fi", "tr", "hi"))
"""Languages without articles: a description of a speaker may be one small word."""

HEAD_FIRST = frozenset(("ar", "el", "es", "fr", "it", "pl", "pt", "ru", "uk"))
"""Languages whose noun stands before what describes it: "portavoz municipal"."""

VERB_LAST = frozenset(("tr", "ko", "hi", "ja"))
"""Languages whose verb of saying stands behind the quote and its subject before it."""

PARTICLES = frozenset(
    (
        "von",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "la",
        "le",
        "bin",
        "ibn",
        "al",
        "el",
        "ter",
        "zu",
    )
)
"""Lower-case parts of names in any language; packs add their own."""

LOOSE_PARTICLES = frozenset(("zu",))
"""Particles that are prepositions more often ("soll Roth zu Beck gesagt haben"): part of a name
behind a given name or a title only."""

ORGANISATIONS = frozenset(
    (
        "ministry",
        "department",
        "university",
        "college",
        "institute",
        "association",
        "committee",
        "commission",
        "council",
        "group",
        "party",
        "bank",
        "company",
        "corporation",
        "agency",
        "institut",
        "universität",
        "partei",
        "ministerium",
        "verband",
        "gmbh",
        "ag",
        "inc",
        "corp",
        "ltd",
        "llc",
        "foundation",
        "stiftung",
        "center",
        "centre",
        "union",
        "federation",
        "club",
        "society",
        "house",
        "senate",
        "congress",
        "parliament",
        "court",
        "office",
        "bureau",
        "board",
        "authority",
    )
)
"""Words that only organisations bear; packs add their own."""

HONORIFICS = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "sir",
        "herr",
        "frau",
        "m",
        "mme",
        "monsieur",
        "madame",
        "señor",
        "señora",
    )
)
"""Titles that say nothing about what somebody does."""

DEFINITE = frozenset(
    (
        "the",
        "this",
        "that",
        "der",
        "die",
        "das",
        "dieser",
        "diese",
        "le",
        "la",
        "les",
        "l'",
        "l’",
        "el",
        "los",
        "las",
        "il",
        "lo",
        "gli",
        "i",
        "o",
        "os",
        "as",
        "de",
        "het",
        "ο",
        "η",
        "το",
    )
)
"""Articles that point back to somebody named before."""

INDEFINITE = frozenset(
    [
        "a",
        "an",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "un",
        "une",
        "una",
        "uno",
        "um",
        "uma",
        "een",
        "en",
        "et",
        "ett",
    ]
)
"""Articles in front of what somebody is called, not of what bears a name."""

BEARERS = frozenset(
    ("heisst", "hiess", "heissen", "heet", "heette", "heter", "hette", "hedder", "hed", "s'appelle")
)
"""Verbs of bearing a name, case folded: marked words in front of them are one."""

NAMERS = frozenset(
    [
        "call",
        "calls",
        "called",
        "calling",
        "nennt",
        "nennen",
        "nannte",
        "nannten",
        "appelle",
        "appellent",
        "appelait",
        "appelaient",
        "llama",
        "llaman",
        "llamaba",
        "llamaban",
        "chiama",
        "chiamano",
        "chiamava",
        "chama",
        "chamam",
        "chamava",
        "noemt",
        "noemen",
        "noemde",
        "kalder",
        "kaller",
        "kallar",
        "nazywa",
        "nazywają",
        "называет",
        "называют",
    ]
)
"""Verbs that give a name, whose marked object may be one."""

WHAT = frozenset(
    ["what", "was", "wat", "hvad", "hva", "vad", "ce", "lo", "quello", "ciò", "o", "co", "что"]
)
"""Pronouns that open "what islanders call the “mail boat”"."""
