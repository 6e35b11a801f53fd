"""Dates of every origin: printed lines, declared values, addresses.

Printed dates are read in ``date_lines``, declared ones and those in addresses in
``declared_dates``; their shapes, words and calendars stand in the ``date_*`` modules, times and
zones in ``times`` and ``zones``.
"""

from __future__ import annotations

from newsparse.parsers.date_lines import FoundDate, find_dates, parse_date
from newsparse.parsers.declared_dates import date_in_url, parse_declared_date

__all__ = ["FoundDate", "date_in_url", "find_dates", "parse_date", "parse_declared_date"]
