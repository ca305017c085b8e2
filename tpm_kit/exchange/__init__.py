"""Other tools' files, read into the course's own types (and, later, written back)."""
