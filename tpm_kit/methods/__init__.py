"""The field's methods as plain functions on plain data; one file per topic."""
