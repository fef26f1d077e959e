"""``python -m generator`` is ``whmcs-codegen``."""

from .cli import main

main()
