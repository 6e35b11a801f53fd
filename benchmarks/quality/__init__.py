"""Measures what newsparse and other tools get right: ``python -m benchmarks.quality --help``."""
