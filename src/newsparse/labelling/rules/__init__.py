"""Rules: what is certain or a matter of order, after the learnt scores had their say.

``RULES`` is the order in which they run. Each is a named value with a reason; what it changes keeps
the name, so that ``Page.explain`` can tell.
"""

from __future__ import annotations

from newsparse.labelling.rules.base import Context, Rule
from newsparse.labelling.rules.dating import DATING_RULES
from newsparse.labelling.rules.decks import DECK_RULES
from newsparse.labelling.rules.head import HEAD_RULES
from newsparse.labelling.rules.live import LIVE_RULES
from newsparse.labelling.rules.markup import MARKUP_RULES
from newsparse.labelling.rules.notes import NOTE_RULES
from newsparse.labelling.rules.sections import MENU_RULES, SECTION_RULES
from newsparse.labelling.rules.signing import SIGNING_RULES
from newsparse.labelling.rules.splits import SPLIT_RULES
from newsparse.labelling.rules.stories import STORY_RULES
from newsparse.labelling.rules.story import BODY_RULES
from newsparse.labelling.rules.threads import THREAD_RULES

__all__ = ["RULES", "Context", "Rule"]

RULES: tuple[Rule, ...] = (
    *SECTION_RULES,
    *STORY_RULES,
    *LIVE_RULES,
    *MARKUP_RULES,
    *MENU_RULES,
    *HEAD_RULES,
    *DECK_RULES,
    *BODY_RULES,
    *THREAD_RULES,
    *NOTE_RULES,
    *SPLIT_RULES,
    *SIGNING_RULES,
    *DATING_RULES,
)
