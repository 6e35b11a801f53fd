"""What tests hand to ``parse_many`` as ``make``: of a module, so that workers find them."""

from __future__ import annotations

import os
import signal
import time

from newsparse.errors import ExportError
from newsparse.model.page import Page


def shout(page: Page) -> str:
    return page.raw.upper()


def die_on_poison(page: Page) -> str:
    """As the kernel does to a process that takes too much memory."""
    if "poison" in page.raw:
        os.kill(os.getpid(), signal.SIGKILL)
    return page.raw


def fall_over_poison(page: Page) -> str:
    if "poison" in page.raw:
        raise RuntimeError("an error that nobody foresaw")
    return page.raw


def refuse_poison(page: Page) -> str:
    if "poison" in page.raw:
        raise ExportError("this page cannot be written")
    return page.raw


def sleep(page: Page) -> str:
    """As many seconds as the page says."""
    time.sleep(float(page.raw))
    return page.raw


def where(_: Page) -> int:
    return os.getpid()
