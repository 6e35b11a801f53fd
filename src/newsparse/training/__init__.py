"""Fits weights on a corpus: your own pages, or more of them (extra: ``train``)."""
