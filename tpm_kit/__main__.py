"""`python -m tpm_kit` is the same as the command `tpm-kit`."""

import sys

from tpm_kit.cli import main

sys.exit(main())
