"""What the arguments of calls are made of, by name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias, TypeVar

from .options import Timeout

Value = TypeVar("Value")

# An amount or a rate. Floats are not offered: 0.1 + 0.2 is not 0.3.
Amount: TypeAlias = Decimal | int
# A text is sent as it is: for the places where the server wants its own local format.
DateInput: TypeAlias = date | str
DateTimeInput: TypeAlias = datetime | str
# A file whose name and content are sent.
FilePath: TypeAlias = os.PathLike[str]
# {12: "text"} is sent as name[12]=text
Keyed: TypeAlias = Mapping[int, Value] | Mapping[str, Value]
# Parameters that this package does not know, beside the others.
Extra: TypeAlias = Mapping[str, object]

__all__ = ["Amount", "DateInput", "DateTimeInput", "Extra", "FilePath", "Keyed", "Timeout"]
