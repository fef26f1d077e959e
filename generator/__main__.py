"""``python -m generator`` is ``whmcs-codegen``."""

from .cli import main

if __name__ == "__main__":  # processes that format are started from here, too
    main()
