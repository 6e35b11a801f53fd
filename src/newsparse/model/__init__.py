"""Values only: everything a page is made of. Nothing here reads or decides."""
