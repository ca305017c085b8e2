"""Charts that are kept and updated: plain data in, a matplotlib figure out."""
