"""Processes as users run them: on a terminal, and looked for when they should be gone."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import termios

COLUMNS = 100


def on_terminal(command: list[str], *, stream: str, **environment: str) -> tuple[int, str]:
    """Run on a pseudo-terminal of 100 columns; return the exit status and what it shows.

    ``stream`` is the one that the terminal has: ``stdout`` or ``stderr``.
    """
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    seen = {**os.environ, "TERM": "xterm", "NO_COLOR": "", **environment}
    process = subprocess.Popen(command, env=seen, **{stream: follower})
    os.close(follower)
    shown = b""
    while True:
        try:
            read = os.read(leader, 65536)
        except OSError:  # how a terminal says that its other side is closed
            break
        if not read:
            break
        shown += read
    os.close(leader)
    return process.wait(), shown.decode()


def alive(group: int) -> bool:
    """Whether a process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
