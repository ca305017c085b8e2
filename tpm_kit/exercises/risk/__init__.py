"""The exercises of the notebook on risk."""

NOTEBOOK = "07-risk.ipynb"
