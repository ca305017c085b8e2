"""Notebook 11: what the role pays, and the way there. One file an exercise, named by its id."""

NOTEBOOK = "11-career.ipynb"
