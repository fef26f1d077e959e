"""A typed client for the WHMCS API, sync (Whmcs) and async (AsyncWhmcs).

Models are in ``whmcs.models``, every operation as data in ``whmcs.registry``, errors in ``whmcs.exceptions``.
"""

from __future__ import annotations

from ._runtime.hooks import CallEvent
from ._runtime.options import TimeLimits
from ._runtime.retry import Retry
from .client import AsyncWhmcs, Whmcs
from .exceptions import (
    ApiError,
    ApiWarning,
    AuthenticationError,
    ClosedError,
    ConfigurationError,
    ConnectionFailedError,
    ConnectionLostError,
    ConnectTimeoutError,
    InvalidParameterError,
    IpNotAllowedError,
    NotFoundError,
    ParameterError,
    PermissionDeniedError,
    ReadTimeoutError,
    ResponseError,
    ServerUnavailableError,
    TimedOutError,
    TlsError,
    TransportError,
    UnavailableError,
    UnreadableValueError,
    WhmcsError,
)

__all__ = [
    "ApiError",
    "ApiWarning",
    "AsyncWhmcs",
    "AuthenticationError",
    "CallEvent",
    "ClosedError",
    "ConfigurationError",
    "ConnectTimeoutError",
    "ConnectionFailedError",
    "ConnectionLostError",
    "InvalidParameterError",
    "IpNotAllowedError",
    "NotFoundError",
    "ParameterError",
    "PermissionDeniedError",
    "ReadTimeoutError",
    "ResponseError",
    "Retry",
    "ServerUnavailableError",
    "TimeLimits",
    "TimedOutError",
    "TlsError",
    "TransportError",
    "UnavailableError",
    "UnreadableValueError",
    "Whmcs",
    "WhmcsError",
]
