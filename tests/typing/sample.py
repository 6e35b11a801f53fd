"""What a user's type checker sees; ``tests/test_typing.py`` compares the revealed types."""

from __future__ import annotations

from typing import reveal_type

import newsparse

page = newsparse.parse("A title\n\nA story.", url=None, kind="text")
reveal_type(page)  # Page
reveal_type(page.raw)  # str
reveal_type(page.segments)  # tuple[Segment, ...]
reveal_type(page.segments[0].span.start)  # int
reveal_type(page.segments[0].label)  # Label
reveal_type(page.segments[0].kind)  # BoilerplateKind | None
reveal_type(page.headline)  # Headline | None
reveal_type(page.byline.authors if page.byline else ())  # tuple[Person, ...]
reveal_type(page.published.value if page.published else None)  # date | None
reveal_type(page.body.paragraphs)  # tuple[Paragraph, ...]
reveal_type(page.quotes)  # tuple[Quote, ...]
reveal_type(page.quotes[0].speaker)  # Speaker | None
reveal_type(page.completeness.kind)  # CompletenessKind
reveal_type(page.boilerplate)  # Mapping[BoilerplateKind, tuple[Segment, ...]]
reveal_type(page.at(0))  # Segment
reveal_type(page.spans("BODY"))  # tuple[Span, ...]
reveal_type(page.to_dict())  # dict[str, Any]
reveal_type(page.to_json())  # str
reveal_type(newsparse.Parser(newsparse.ParseConfig()).parse(b"A story."))  # Page
reveal_type(newsparse.parse_byline("By Ada Lindqvist"))  # Byline | None
reveal_type(newsparse.parse_dateline("PORTO (AP)"))  # Dateline | None
reveal_type(newsparse.parse_credit("Photo: Ada Lindqvist"))  # Attribution | None
reveal_type(next(newsparse.parse_many(["A story."])))  # Page | Failure
reveal_type(next(newsparse.parse_many(["A."], make=newsparse.Page.to_json)))  # str | Failure
reveal_type(next(newsparse.parse_many(["A."], ordered=False)))  # tuple[int, Page | Failure]
reveal_type(newsparse.parse_date("2024-03-05"))  # NewsDate | None
reveal_type(newsparse.find_quotes("“A,” said B."))  # tuple[Quote, ...]
reveal_type(newsparse.agency_name("AP"))  # str | None
newsparse.parse(3)  # error: arg-type
newsparse.parse("A", "text")  # error: call-arg misc
newsparse.ParseConfig(langages=["en"])  # error: call-arg
