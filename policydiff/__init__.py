"""Compare policy documents across years and track what governments promise."""

__version__ = "0.1.0"
