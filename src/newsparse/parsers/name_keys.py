"""Names as keys: folded words without stops and genitive endings."""

from __future__ import annotations

__all__ = ["gender_key", "key_of", "stem"]


def gender_key(parts: tuple[str, ...]) -> str:
    """Return the word that gender goes by: the given name, else a surname behind a title."""
    return parts[0] if len(parts) > 1 else f"-{parts[0]}"


def stem(low: str) -> str:
    """Return a folded word without a genitive ending."""
    return low[:-2] if low.endswith(("'s", "’s")) else low


def key_of(name: str) -> list[str]:
    """Return the folded words of a name; one empty word for an empty name."""
    return [stem(w.strip(".,")) for w in name.casefold().split()] or [""]
