"""TPM Kit: learn technical product management by doing it, in JupyterLab."""

__version__ = "0.1.0"

from tpm_kit.course import Course, CourseError

__all__ = ["Course", "CourseError"]
