"""How the HTML view looks: one style sheet, light and dark, made from a table of hues.

Labels are told apart by colour and by name. Text stands on tints of 90 % lightness in light
mode and 18 % in dark mode: the contrast is above 7:1 (WCAG 2.2, level AAA) for every hue, a test
counts it.
"""

from __future__ import annotations

from newsparse.model.label import Label

__all__ = ["STYLE"]

_HUES = {
    Label.HEADLINE: 0,
    Label.KICKER: 20,
    Label.DECK: 35,
    Label.BYLINE: 55,
    Label.DATELINE: 90,
    Label.TIMESTAMP: 170,
    Label.BODY: 210,
    Label.SUBHEAD: 235,
    Label.CAPTION: 265,
    Label.ATTRIBUTION: 290,
    Label.CORRECTION: 320,
    Label.AUTHOR_NOTE: 345,
    Label.TEASER: 130,
}
"""Hue of each label on the colour wheel, in degrees; boilerplate is grey."""

_BASE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fdfdfc; --line: #767676;
  --faint: #5f5f5f; --box: #f1f0ee; --tint: 90%; --focus: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --paper: #161616; --line: #8c8c8c; --faint: #a6a6a6; --box: #242424;
    --tint: 18%; --focus: #8ab4f8; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper);
  font: 16px/1.5 system-ui, sans-serif; display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(16rem, 24rem); }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--box); z-index: 9; }
main { padding: 1.5rem; min-width: 0; }
h1 { font-size: 1.25rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
.source { white-space: pre-wrap; overflow-wrap: anywhere; }
.m { color: var(--faint); font: .75em/1.4 ui-monospace, monospace; }
.s { background: var(--back, var(--box)); border-radius: 3px; padding: 1px 2px;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.s::before { content: attr(data-label); font: 600 .6em/1 ui-monospace, monospace;
  padding: .1em .4em; margin-right: .4em; border-radius: 3px; background: var(--mark, var(--line));
  color: var(--paper); vertical-align: .2em; }
.q { text-decoration: underline dotted 2px; text-underline-offset: 3px; }
.s:focus-visible, .q:focus-visible, a:focus-visible, summary:focus-visible, aside:focus-visible {
  outline: 3px solid var(--focus); outline-offset: 1px; }
.s:target, .q:target { outline: 2px dashed var(--focus); }
.tip { display: none; position: fixed; right: 1rem; bottom: 1rem; z-index: 3; width: 22rem;
  max-width: calc(100vw - 2rem); max-height: 60vh; overflow: auto; padding: .75rem 1rem;
  background: var(--paper); border: 1px solid var(--line); border-radius: 6px;
  font: .85rem/1.45 system-ui, sans-serif; white-space: normal; }
.s:focus > .tip, .q:focus > .tip { display: block; }
.s:hover > .tip { display: block; z-index: 4; }
.q:hover > .tip { display: block; z-index: 5; }
.tip b, .tip small { display: block; }
.tip small { color: var(--faint); }
.tip .r { display: block; padding-left: 4.5em; text-indent: -4.5em; }
.tip .n { display: inline-block; width: 4em; margin-right: .5em; text-indent: 0;
  text-align: right; font-variant-numeric: tabular-nums; }
aside { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1.5rem;
  background: var(--box); overflow-wrap: anywhere; }
dl, ul { margin: 0; padding: 0; }
li { list-style: none; margin-bottom: .25rem; }
dt { font-size: .8rem; color: var(--faint); margin-top: .5rem; }
dd { margin: 0; }
a { color: inherit; }
.k { display: inline-block; width: .9em; height: .9em; margin-right: .4em; border-radius: 3px;
  border: 1px solid var(--line); background: var(--back, var(--box)); vertical-align: -.1em; }
@media (max-width: 50rem) { body { display: block; } aside { position: static; height: auto; } }
@media print { .tip, .skip { display: none !important; } aside { height: auto; position: static; } }
@media (forced-colors: active) { .s { border: 1px solid; } }
"""


def _rules() -> str:
    rules = []
    for label, hue in _HUES.items():
        back, mark = f"hsl({hue} 70% var(--tint))", f"hsl({hue} 55% var(--mark-light))"
        rules.append(f".l-{label.value.lower()} {{ --back: {back}; --mark: {mark}; }}")
    return "\n".join(rules)


_MARKS = """
:root { --mark-light: 30%; }
@media (prefers-color-scheme: dark) { :root { --mark-light: 78%; } }
"""

STYLE = f"{_BASE}{_MARKS}{_rules()}\n"
"""The style sheet of the view."""
