"""The page of ``newsparse view`` in a real browser: colours, hints, keyboard, dark mode.

Skipped where there is no Chromium with its driver. The test also makes the picture of the docs:
``NEWSPARSE_SCREENSHOT=docs/images/viewer.png pytest tests/export/test_html_view_browser.py``.
"""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from seed_pages import SEEDS

import newsparse

webdriver = pytest.importorskip("selenium.webdriver")
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (BROWSER and DRIVER), reason="no browser: apt-get install chromium chromium-driver"
)

WIDTH, HEIGHT = 1280, 800
PICTURE = Path(__file__).resolve().parents[2] / "docs" / "images" / "viewer.png"
SEED = next(seed for seed in SEEDS if seed.name == "glassworks-en")
READABLE = 7.0
"""Contrast of text that WCAG 2.2 asks for at level AAA."""
PATIENCE = 10.0
"""Seconds within which a window has long scrolled."""
SHOWN = """
    return [...document.querySelectorAll('.tip')]
        .filter(tip => getComputedStyle(tip).display !== 'none').map(tip => tip.id);
"""
INSIDE = """
    const box = arguments[0].getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight;
"""
COLOURS = """
    return [...document.querySelectorAll('.s')].map(segment => {
        const style = getComputedStyle(segment);
        return [segment.dataset.label, style.color, style.backgroundColor];
    });
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory) -> Path:
    """What the command writes."""
    path = tmp_path_factory.mktemp("view") / "page.html"
    command = [sys.executable, "-m", "newsparse", "view", SEED.path, "-o", path]
    subprocess.run(command, check=True)
    return path


@pytest.fixture(scope="module")
def browser():
    """A browser whose window has the size of the picture."""
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    # In a container there is neither a sandbox to be had nor much shared memory.
    for word in ("headless=new", "no-sandbox", "disable-dev-shm-usage", "disable-gpu"):
        options.add_argument(f"--{word}")
    options.add_argument("--hide-scrollbars")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    yield driver
    driver.quit()


@pytest.fixture(autouse=True)
def _afresh(browser, view):
    """The page as it was loaded, in light colours, the mouse nowhere."""
    prefer(browser, "light")
    browser.get(view.as_uri())


def prefer(browser, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def find(browser, selector: str):
    return browser.find_element("css selector", selector)


def press(browser, *keys: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    for key in keys:
        ActionChains(browser).send_keys(getattr(Keys, key)).perform()


def point_at(browser, element) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    ActionChains(browser).move_to_element(element).perform()


def until(browser, script: str, *given) -> None:
    """Wait for a script to return true: scrolling may be smooth."""
    from selenium.webdriver.support.wait import WebDriverWait

    WebDriverWait(browser, PATIENCE).until(lambda b: b.execute_script(script, *given))


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast of two colours as a browser writes them."""
    lights = []
    for colour in (one, other):
        channels = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        lights.append(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
    return (max(lights) + 0.05) / (min(lights) + 0.05)


def test_it_is_all_there_and_nothing_goes_wrong(browser):
    """The source beside the values; no message on the console, nothing loaded."""
    page = newsparse.parse(SEED.content)
    source, panel = find(browser, ".source"), find(browser, "aside")

    assert source.text.count(page.headline.text) == 1
    assert panel.rect["x"] >= source.rect["x"] + source.rect["width"]
    assert panel.rect["y"] == 0
    for author in page.byline.authors:
        assert author.name in panel.text
    assert browser.get_log("browser") == []
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_labels_have_colours_of_their_own_that_text_can_be_read_on(browser, scheme):
    """As drawn, in both modes."""
    prefer(browser, scheme)
    found = browser.execute_script(COLOURS)
    backs = {label.split()[0]: back for label, _, back in found}
    body = browser.execute_script(
        "const style = getComputedStyle(document.body); return [style.color, style.backgroundColor]"
    )

    assert {"HEADLINE", "DECK", "BYLINE", "TIMESTAMP", "BODY", "BOILERPLATE"} <= set(backs)
    assert len(set(backs.values())) == len(backs)
    assert all(contrast(ink, back) >= READABLE for _, ink, back in found)
    assert contrast(*body) >= READABLE
    assert (contrast(body[1], "rgb(0, 0, 0)") < contrast(body[1], "rgb(255, 255, 255)")) == (
        scheme == "dark"
    )


def test_pointing_at_a_part_tells_why(browser):
    """One hint at a time, inside the window, with its place and its reasons."""
    assert browser.execute_script(SHOWN) == []
    headline = find(browser, '.s[data-label="HEADLINE"]')
    point_at(browser, headline)
    tip = find(browser, f"#{headline.get_attribute('aria-describedby')}")
    page = newsparse.parse(SEED.content)
    span = page.headline.span

    assert browser.execute_script(SHOWN) == [tip.get_attribute("id")]
    assert f"{span.start} to {span.end}" in tip.text
    assert re.search(r"[+-]\d\.\d\d", tip.text)
    assert 0 <= tip.rect["x"] <= WIDTH - tip.rect["width"]
    assert 0 <= tip.rect["y"] <= HEIGHT - tip.rect["height"]
    point_at(browser, find(browser, "h1"))
    assert browser.execute_script(SHOWN) == []


def test_every_part_is_reached_by_tab_and_tells_why(browser):
    """In the order of the page, each with a visible outline and its own hint."""
    parts = browser.execute_script(
        "return [...document.querySelectorAll('.source [tabindex=\"0\"]')].map(part => part.id)"
    )
    press(browser, "TAB")
    assert browser.switch_to.active_element.get_attribute("class") == "skip"
    assert browser.switch_to.active_element.rect["x"] >= 0
    reached = []
    for _ in parts:
        press(browser, "TAB")
        part = browser.switch_to.active_element
        reached.append(part.get_attribute("id"))
        assert part.get_attribute("aria-describedby") in browser.execute_script(SHOWN)
        assert part.value_of_css_property("outline-style") == "solid"

    assert len(parts) > 10
    assert reached == parts


def test_the_values_are_one_key_away_and_lead_back(browser):
    """Skip link, arrow keys in the panel, then a link to the place of a value."""
    press(browser, "TAB", "ENTER")
    assert browser.current_url.endswith("#values")
    assert browser.switch_to.active_element.get_attribute("id") == "values"
    press(browser, *["ARROW_DOWN"] * 3)
    until(browser, "return document.querySelector('aside').scrollTop > 0")
    press(browser, "TAB")
    assert browser.switch_to.active_element == find(browser, "aside a")
    find(browser, 'aside a[href="#q1"]').send_keys("\n")
    target = find(browser, "#q1")
    assert target.value_of_css_property("outline-style") == "dashed"
    until(browser, INSIDE, target)


def test_a_narrow_window_has_the_values_below(browser):
    """Nothing is wider than a phone."""
    narrow = {"width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    wide = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", narrow)
    try:
        source, panel = find(browser, ".source"), find(browser, "aside")
        assert panel.rect["y"] >= source.rect["y"] + source.rect["height"]
        assert browser.execute_script("return document.documentElement.scrollWidth") == 360
    finally:
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", wide)


def test_a_notebook_shows_the_same(browser, tmp_path):
    """In a frame of its own, whose links lead to places inside it."""
    notebook = tmp_path / "notebook.html"
    page = newsparse.parse(SEED.content)
    notebook.write_text(f"<!DOCTYPE html><title>a</title>{page._repr_html_()}", "utf-8")
    drawn = browser.execute_script(COLOURS)
    browser.get(notebook.as_uri())
    browser.switch_to.frame(0)

    assert browser.execute_script(COLOURS) == drawn
    find(browser, 'aside a[href="#q1"]').click()
    until(browser, INSIDE, find(browser, "#q1"))
    browser.switch_to.default_content()
    assert browser.get_log("browser") == []


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height of a PNG, which must show something."""
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    at, pixels = 8, b""
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        pixels += content[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    # Of one colour, or of few without text, there would be a handful of different bytes.
    assert len(set(zlib.decompress(pixels))) > 100
    return struct.unpack(">II", content[16:24])


def test_the_picture_of_the_docs(browser, tmp_path):
    """Made anew; the one in the docs is of the same size."""
    point_at(browser, find(browser, '.s[data-label="BYLINE"]'))
    path = Path(os.environ.get("NEWSPARSE_SCREENSHOT") or tmp_path / "viewer.png")
    browser.save_screenshot(path)

    assert picture_size(path) == (WIDTH, HEIGHT)
    assert picture_size(PICTURE) == (WIDTH, HEIGHT)
