"""What the labeller looks at: small whole numbers with names, the same for text and HTML.

Each feature of a block is a bucket number from 0. A weights file holds points for each bucket, so
what a block's label rests on can be read off ("function words: 4 of 8"). A fact that a page cannot
know (links on a text page) is bucket 0 everywhere.
"""
