"""From blocks to labelled segments."""
