"""Notebook 05: what comes first, by each of the field's methods. One file an exercise, named by its id."""

NOTEBOOK = "05-prioritization.ipynb"
