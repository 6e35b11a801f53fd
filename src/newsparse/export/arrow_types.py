"""The Arrow types of a page, made from the classes of the model.

A list that is empty means none, so no list is null. A struct is null where the page has no such
value, and for a record that could not be parsed.
"""

from __future__ import annotations

import datetime as dt
import types
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from newsparse.model.fields import Body, NewsDate
from newsparse.model.page import ROLES
from newsparse.model.segment import Segment

__all__ = ["COLUMNS", "Member", "arrow_type", "struct_members"]


@frozen(kw_only=True)
class Member:
    """A column, or a field of a struct.

    Attributes:
        name: Its name.
        kind: Annotation of its values.
        nullable: Whether it may be null.
        large: Whether its text needs 64-bit offsets.
    """

    name: str
    kind: Any
    nullable: bool = False
    large: bool = False

    def field(self, pa: Any) -> Any:  # noqa: ANN401  # pyarrow
        """Return the Arrow field."""
        kind = pa.large_string() if self.large else arrow_type(pa, self.kind)
        return pa.field(self.name, kind, nullable=self.nullable)


def arrow_type(pa: Any, kind: Any) -> Any:  # noqa: ANN401  # pyarrow
    """Return the type of an annotation of the model."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(kind) if option is not types.NoneType]
        dates = set(options) <= {dt.date, dt.datetime}
        return pa.string() if dates else arrow_type(pa, options[0])
    if origin is tuple:
        return pa.list_(pa.field("item", arrow_type(pa, get_args(kind)[0]), nullable=False))
    if issubclass(kind, Enum):
        return pa.dictionary(pa.int8(), pa.string())
    if attrs.has(kind):
        return pa.struct([one.field(pa) for one in struct_members(kind)])
    if kind is dt.datetime:
        return pa.timestamp("us", tz="UTC")
    return {str: pa.string(), int: pa.int32(), float: pa.float64(), bool: pa.bool_()}[kind]


@cache
def struct_members(kind: Any) -> tuple[Member, ...]:  # noqa: ANN401  # an attrs class
    """Return the fields of a class, in its order; a body has its text, a date its instant too."""
    hints = get_type_hints(kind)
    members = [
        Member(
            name=one.name,
            kind=hints[one.name],
            nullable=types.NoneType in get_args(hints[one.name]),
        )
        for one in attrs.fields(kind)
    ]
    if kind is Body:
        members.insert(0, Member(name="text", kind=str, large=True))
    if kind is NewsDate:
        members.append(Member(name="instant", kind=dt.datetime, nullable=True))
    return tuple(members)


COLUMNS: tuple[Member, ...] = (
    Member(name="raw", kind=str, nullable=True, large=True),
    *(Member(name=name, kind=str, nullable=True) for name in ("kind", "url", "encoding")),
    Member(name="language", kind=str, nullable=True),
    Member(name="cut_at", kind=int, nullable=True),
    Member(name="packs", kind=tuple[str, ...]),
    Member(name="segments", kind=tuple[Segment, ...]),
    *(
        Member(name=name, kind=kind, nullable=get_origin(kind) is not tuple)
        for name, kind in ROLES.items()
    ),
    Member(name="error", kind=str, nullable=True),
)
"""The columns of a row, in the order of the dict form."""
