"""From labelled segments to the values of a page, one file per role."""
