"""The table ``[quotes]`` of a language pack: words of quotation."""

from __future__ import annotations

from attrs import frozen

__all__ = ["QuoteWords"]


@frozen(kw_only=True)
class QuoteWords:
    """Words of quotation and of its attribution.

    Marks are not here: those of all languages are known everywhere (``parsers/quote_marks.py``).

    Attributes:
        dash: Whether a dash at the start of a paragraph opens speech.
        incise: Whether a cue may stand inside the marks (« Oui, dit-elle, et non »).
        fragments: Whether marked words inside a sentence are direct quotes of their own; where
            not, they are partial ones.
        joins: Whether marked sentences behind an attribution ("A," she said. "B.") go on with the
            same quote; where not, they are a quote of their own.
        cues: Verb forms of saying, any position ("said", "sagte", "déclaré"); a phrase of two or
            more words is read as a whole.
        weak: Verb forms of judging and wanting, which attribute only marked words or a clause
            ("called", "opposed", "believes").
        plain: Verb forms behind which reported speech begins without a conjunction ("said").
        acts: Verb forms of speaking whose object is what was said ("promised", "denied").
        silent: Those of ``cues``, ``weak`` and ``acts`` that report nothing outside marks: verbs of
            wanting, knowing and doing ("plans", "knew", "offered").
        unheard: Pronouns whose words are no report: the writer, the reader, a thing ("I", "it").
        passives: Auxiliaries behind which a participle reports nothing ("was" announced).
        manner: Openers of a clause that attributes the rest of its sentence ("as", "wie").
        sourcing: Prepositions of attribution where a noun of saying follows ("nach" Angaben).
        moods: Verb forms that show reported speech by themselves ("sei", "habe").
        naming: Words between a verb of judging and the marked words it gives to somebody ("as").
        tags: Words that attribute only right behind a quote or a comma ("so" in German).
        that: Conjunctions of indirect speech ("that", "dass").
        according: Prepositions of attribution ("according to", "laut").
        behind: The same, behind the name ("zufolge").
        citing: Verbs behind which the real speaker stands ("citing", "quoted").
        nouns: Nouns of saying ("statement", "tweet").
        reads: Verb forms whose source is the document behind the next preposition ("heißt es in").
        pointing: Openers of a sentence that says who spoke the one before it ("Das sagte …").
        coordinators: Openers of a clause that leave the subject in front ("und", "auch").
        oblique: Articles, possessives and pronouns that are never a subject ("den", "ihm").
        nominative: Pronouns that are always a subject ("er").
        pronouns: Pronouns that may stand for a speaker.
        male: Pronouns, titles and nouns that show a man ("he", "mr", "spokesman").
        female: The same for a woman.
        titles: Titles before names ("mr", "präsidentin").
        speakers: Common nouns that speak ("spokeswoman", "ministry", "police"). One that begins
            with a hyphen also closes compounds ("-sprecherin").
        determiners: Articles and possessives that open a noun phrase.
        links: Prepositions inside a role, before its institution ("of", "at", "bei").
        stops: Words that end a noun phrase of a speaker or stand before it.
        relatives: Openers of a clause about the speaker ("who", "der").
        between: Auxiliaries and adverbs that stand between speaker and cue ("has", "also").
        views: Prepositions that open a view at the head of a clause ("für den Minister ist …").
        scare: Words before marked words that nobody utters ("so-called", "titled").
        times: Parts of the day and the like, alone or behind a weekday ("abend", "montagabend").
        elisions: Short words glued to the next one by an apostrophe ("l", "d", "qu").
        clitics: Pronouns glued to the verb by a hyphen ("-t-il").
        answers: Labels of speakers in interviews that stand for question and answer ("q", "a").
        source: Where the words come from.
    """

    dash: bool = False
    incise: bool = False
    fragments: bool = False
    joins: bool = True
    cues: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    unheard: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    manner: tuple[str, ...] = ()
    sourcing: tuple[str, ...] = ()
    moods: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    that: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()
    nominative: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    male: tuple[str, ...] = ()
    female: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    scare: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    source: str
