"""The roles of a page that was pickled: plain data, made into values when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from newsparse.errors import InputError
from newsparse.model.evidence import Explanation
from newsparse.model.serial import from_plain

__all__ = ["LOADED", "StoredRoles"]

LOADED = "explain() needs a page fresh from parse(); this one was loaded"


@frozen
class StoredRoles:
    """Reads roles as ``Page`` asks for them.

    Attributes:
        kinds: Role and its annotation.
        roles: Role and what ``to_plain`` gave for it.
    """

    kinds: Mapping[str, Any]
    roles: Mapping[str, Any]

    def read(self, role: str) -> Any:  # noqa: ANN401  # one method for all roles
        """Return the value of a role."""
        return from_plain(self.kinds[role], self.roles[role], role)

    def explain(self, what: object) -> Explanation:  # noqa: ARG002  # the evidence has gone
        """Say that there is nothing to tell.

        Raises:
            InputError: Always.
        """
        raise InputError(LOADED)
