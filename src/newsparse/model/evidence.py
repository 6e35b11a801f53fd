"""Why a segment has its label."""

from __future__ import annotations

from attrs import frozen

from newsparse.model.label import Label

__all__ = ["Evidence", "Explanation"]


@frozen
class Evidence:
    """One reason: a feature with its points, or a rule.

    Attributes:
        name: Feature or rule name, readable ("share of link text: 0.6 to 0.8").
        points: Log-odds towards (positive) or against the label; a rule's weight.
        why: One sentence for rules; empty for features.
    """

    name: str
    points: float
    why: str = ""


@frozen(kw_only=True)
class Explanation:
    """Everything that decided one segment or quote, largest points first.

    Attributes:
        label: What was decided.
        score: Probability of it, 0 to 1.
        runner_up: The label that came second, or None where only one was possible.
        evidence: Reasons, sorted by absolute points, largest first.
    """

    label: Label | str
    score: float
    runner_up: Label | str | None
    evidence: tuple[Evidence, ...]
