"""Notebook 06: from a ranked backlog to a plan with dates. One file an exercise, named by its id."""

NOTEBOOK = "06-roadmap.ipynb"
