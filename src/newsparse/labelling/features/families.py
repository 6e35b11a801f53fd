"""Words that web pages name their parts with, in families.

Class and id words of single sites do not carry over to others; families that hundreds of sites
share do. The words are conventions of the web (WordPress, schema.org, ARIA, common templates),
collected by reading the class names of the training pages that occur on five sites or more.
"""

from __future__ import annotations

__all__ = ["FAMILIES", "FAMILY_OF"]

_WORDS = {
    "comments": (
        "comment comments disqus reply replies respond discussion commentlist commenter livefyre "
        "kommentar kommentare commentaires comentarios usercomment talkback"
    ),
    "related": (
        "related recommended recommendation recommendations recommend recirc recirculation "
        "similar popular trending mostread latest outbrain taboola readmore more next previous "
        "prev teasers upnext alsoread suggested explore recent morefrom bottom onward carousel"
    ),
    "teaser": "teaser card cards tile tiles item items listing promo grid slider swiper feed list",
    "share": (
        "share sharing social socials sharedaddy addtoany addthis sharethis facebook twitter "
        "whatsapp linkedin pinterest follow print tools toolbar buttons"
    ),
    "navigation": (
        "nav navbar navigation menu submenu breadcrumb breadcrumbs topbar hamburger dropdown "
        "sitemap pager pagination paging mega skip"
    ),
    "header": "header masthead head banner top hero",
    "footer": "footer foot colophon legal copyright imprint",
    "sidebar": "sidebar aside rail widget widgets secondary complementary module sticky right",
    "advert": (
        "ad ads advert advertisement advertising adslot sponsor sponsored dfp gpt anzeige werbung "
        "native affiliate commercial partner adv adsbygoogle product deals buy shop"
    ),
    "subscribe": (
        "newsletter subscribe subscription signup paywall premium registration donate donation "
        "membership offer email mailchimp optin regwall piano cta"
    ),
    "consent": "cookie cookies consent gdpr privacy onetrust cmp didomi disclaimer",
    "caption": (
        "caption captions figcaption figure credit credits image images img photo photos picture "
        "gallery media video wp embed bildunterschrift legend slideshow thumbnail"
    ),
    "author": "author authors byline bio contributor contributors vcard writer autor reporter",
    "date": "date dates time timestamp datetime published updated pubdate dateline meta info",
    "headline": "headline title heading hed titre entry-title kicker overline eyebrow",
    "deck": (
        "deck dek subtitle subheadline subheading standfirst summary excerpt lead intro abstract "
        "description sub lede chapo vorspann bajada"
    ),
    "body": (
        "article content body entry story post text main prose paragraph richtext wysiwyg copy "
        "articlebody storybody postcontent single texte cuerpo nota artikel detail"
    ),
    "tags": "tag tags topic topics category categories keywords label labels section",
    "login": "login account user register signin profile",
    "search": "search query suche",
    "overlay": "modal popup overlay dialog lightbox toast notification alert hidden sr screen",
    "quote": "quote pullquote blockquote pull tweet instagram",
    "box": "box infobox factbox callout note notice panel sidebox inset aside toc contents faq",
    "table": "table chart graph stats score data ticker quote market weather",
}

FAMILIES: dict[str, tuple[str, ...]] = {name: tuple(w.split()) for name, w in _WORDS.items()}
"""Family name to its words."""

FAMILY_OF: dict[str, int] = {}
"""Word to the number of its family; a word in two families belongs to the first."""
for _number, _words in enumerate(FAMILIES.values()):
    for _word in _words:
        FAMILY_OF.setdefault(_word, _number)
