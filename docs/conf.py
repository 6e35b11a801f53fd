"""Sphinx settings: ``sphinx-build -n -W docs docs/_build``."""

from __future__ import annotations

import newsparse

project = "newsparse"
copyright = "The newsparse developers"  # noqa: A001  # Sphinx reads this name
version = release = newsparse.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"newsparse {version}"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_member_order = "bysource"
python_display_short_literal_types = True
autodoc_mock_imports = ["pandas", "polars", "web_poet", "zyte_common_items"]
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# Names of the standard library, and of values that live one module deeper than they are shown:
# there is no inventory of them at build time, since the docs build without a network.
nitpick_ignore_regex = [
    (r"py:.*", r"(str|int|float|bool|bytes|object|dict|list|tuple|None|True|False|Any|Exception)"),
    (r"py:.*", r"(ValueError|ImportError|SystemExit|Self|Path|tzinfo|date|datetime|Enum|StrEnum)"),
    (r"py:.*", r"newsparse\.batch\.T"),
    (r"py:.*", r"(collections|datetime|dt|enum|pathlib|typing|types|attr|attrs)\..*"),
    (r"py:.*", r"(Iterator|Iterable|Mapping|Sequence|Callable|MappingProxyType|Pack)"),
]
