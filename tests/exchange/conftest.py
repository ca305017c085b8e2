"""What the tests of imports share."""

import pytest

from tpm_kit.exchange.backlog_csv import Intake, read_backlog


@pytest.fixture
def read(tmp_path):
    """Writes text or bytes to a file and reads it as a backlog; checks the account of rows each time."""

    def read_as_backlog(content: str | bytes, **options) -> Intake:
        file = tmp_path / "backlog.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        intake = read_backlog(file, **options)
        assert intake.rows_read == len(intake.items) + len(intake.set_aside)
        return intake

    return read_as_backlog


@pytest.fixture
def said():
    """Tells whether one of the remarks holds all these parts."""

    def is_said(intake: Intake, *parts: str) -> bool:
        return any(all(part in remark for part in parts) for remark in intake.remarks)

    return is_said
