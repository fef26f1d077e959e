"""The targets: ``base`` is the contract that each keeps, ``registry`` knows which there are."""
